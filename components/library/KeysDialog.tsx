// The list of keys, and what may be asked in the search box. A native dialog: Escape closes it, and the focus goes back to where it was.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { allKeys, filterExamples } from './library-keys';

function Listed({ of, tag: Tag }: { of: readonly (readonly [string, MessageKey])[]; tag: 'kbd' | 'code' }) {
  return (
    <dl class="listed">
      {of.map(([what, does]) => (
        <div key={what}>
          <dt>
            {Tag === 'code' ? (
              <code dir="ltr">{what}</code>
            ) : (
              what.split(' ').map((key) => <kbd key={key}>{key}</kbd>)
            )}
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function KeysDialog({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it leaves the page, so that the browser puts the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('libraryKeys')}</h2>
        <button type="button" class="icon-button" aria-label={t('libraryClose')} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <Listed of={allKeys} tag="kbd" />
      <p class="quiet">{t('libraryKeysOfSelection')}</p>
      <h3>{t('libraryFilters')}</h3>
      <Listed of={filterExamples} tag="code" />
    </dialog>
  );
}
