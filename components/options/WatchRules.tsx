// The reader's watch rules: a field that adds one, and those there are, each with a button that takes it away.
import { useId, useRef, useState } from 'preact/hooks';
import {
  maxWatchRules,
  maxWatchText,
  type WatchKind,
  type WatchRule,
  watchKinds,
} from '../../lib/papers/watch-rule';
import { watchRuleKey } from '../../lib/settings/settings';
import { type MessageKey, t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { Setting } from './controls';
import { useSettingActs } from './setting-result';

const kindNames: Record<WatchKind, { one: MessageKey; several: MessageKey }> = {
  keyword: { one: 'optionsWatchKeyword', several: 'optionsWatchKeywords' },
  author: { one: 'optionsWatchAuthor', several: 'optionsWatchAuthors' },
  organization: { one: 'optionsWatchOrganization', several: 'optionsWatchOrganizations' },
};

interface WatchRulesProps {
  rules: readonly WatchRule[];
  /** Rejects with a `MessageFailure`. */
  onChange(rules: WatchRule[]): Promise<unknown>;
}

/** Why a rule cannot be added; '' where it can. */
function problemOf(rule: WatchRule, rules: readonly WatchRule[]): string {
  if (!rule.text) return t('optionsWatchEmpty');
  if (rules.some((known) => watchRuleKey(known) === watchRuleKey(rule))) {
    return t('optionsWatchKnown', rule.text);
  }
  return rules.length < maxWatchRules ? '' : t('optionsWatchFull', maxWatchRules);
}

export function WatchRules({ rules, onChange }: WatchRulesProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<WatchKind>('keyword');
  const { result, busy, say, run } = useSettingActs();
  const failed = (reason: string) => t('optionsNotSaved', reason);

  function add(event: SubmitEvent) {
    event.preventDefault();
    const input = field.current;
    if (!input || busy) return;
    const rule = { kind, text: input.value.trim() };
    const problem = problemOf(rule, rules);
    if (problem) {
      say({ text: problem, failed: true });
      input.select();
      return;
    }
    void run(async () => {
      await onChange([...rules, rule]);
      input.value = '';
      return { text: t('optionsWatchAdded', rule.text) };
    }, failed);
  }

  /** The button that was pressed goes away with its rule; the focus goes on to the field. */
  function remove(rule: WatchRule) {
    void run(async () => {
      await onChange(rules.filter((other) => other !== rule));
      field.current?.focus();
      return { text: t('optionsWatchRemoved', rule.text) };
    }, failed);
  }

  return (
    <Setting id={id} label={t('optionsWatch')} help={t('optionsWatchHelp')} names="control">
      <form class="field-line" onSubmit={add}>
        <select
          class="select"
          aria-label={t('optionsWatchKind')}
          aria-describedby={`${id}-help`}
          value={kind}
          onChange={({ currentTarget }) =>
            setKind(watchKinds.find((one) => one === currentTarget.value) ?? 'keyword')
          }
        >
          {watchKinds.map((one) => (
            <option key={one} value={one}>
              {t(kindNames[one].one)}
            </option>
          ))}
        </select>
        <input
          ref={field}
          id={id}
          class="text-field"
          type="text"
          maxLength={maxWatchText}
          autoComplete="off"
          aria-describedby={`${id}-help ${id}-result`}
          aria-invalid={result?.failed ?? false}
        />
        <button type="submit" class="button" aria-describedby={`${id}-help`} aria-disabled={busy}>
          {t('optionsWatchAdd')}
        </button>
      </form>
      <p id={`${id}-result`} class="result" role="status" data-failed={result?.failed}>
        {result?.text}
      </p>
      {watchKinds.map((one) => (
        <RuleList key={one} kind={one} rules={rules} helpId={`${id}-help`} onRemove={remove} />
      ))}
    </Setting>
  );
}

interface RuleListProps {
  kind: WatchKind;
  rules: readonly WatchRule[];
  helpId: string;
  onRemove(rule: WatchRule): void;
}

function RuleList({ kind, rules, helpId, onRemove }: RuleListProps) {
  const id = useId();
  const own = rules.filter((rule) => rule.kind === kind);
  if (own.length === 0) return null;
  return (
    <div class="rules">
      <h3 id={id}>{t(kindNames[kind].several)}</h3>
      <ul aria-labelledby={id}>
        {own.map((rule) => (
          <li key={rule.text}>
            <bdi>{rule.text}</bdi>
            <button
              type="button"
              class="icon-button"
              aria-label={t('optionsWatchRemove', rule.text)}
              aria-describedby={helpId}
              onClick={() => onRemove(rule)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
