// The field that adds a site. What is typed is judged here; whether it is allowed the browser asks the reader.
import { useId, useRef, useState } from 'preact/hooks';
import { readSiteAddress } from '../../lib/optional-sites/site-address';
import { type MessageKey, t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { Setting } from './controls';
import type { SiteActions } from './OtherSites';

const problems: Record<'insecure' | 'own' | 'unreadable', MessageKey> = {
  insecure: 'optionsSiteInsecure',
  own: 'optionsSiteOwn',
  unreadable: 'optionsSiteUnreadable',
};

interface AddSiteProps {
  allow: SiteActions['allow'];
}

export function AddSite({ allow }: AddSiteProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<{ text: string; failed?: boolean }>();

  async function add(event: SubmitEvent) {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const address = readSiteAddress(input.value);
    if ('problem' in address) {
      setResult({ text: t(problems[address.problem]), failed: true });
      input.select();
      return;
    }
    const { site, origins } = address;
    try {
      const allowed = await allow(origins);
      setResult({ text: t(allowed ? 'optionsSiteAdded' : 'optionsSiteRefused', site), failed: !allowed });
      if (allowed) input.value = '';
    } catch (error) {
      setResult({ text: t('optionsSiteNotAdded', site, failureText(failureOf(error))), failed: true });
    }
  }

  return (
    <Setting id={id} label={t('optionsAddSite')} help={t('optionsAddSiteHelp')} names="control">
      <form class="field-line" onSubmit={add}>
        <input
          ref={field}
          id={id}
          class="text-field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          placeholder={t('optionsAddSiteExample')}
          aria-describedby={`${id}-help ${id}-result`}
          aria-invalid={result?.failed ?? false}
        />
        <button type="submit" class="button" aria-describedby={`${id}-help`}>
          {t('optionsAddSiteButton')}
        </button>
      </form>
      <p id={`${id}-result`} class="result" role="status" data-failed={result?.failed}>
        {result?.text}
      </p>
    </Setting>
  );
}
