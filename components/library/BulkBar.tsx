// What can be done with all selected papers at once. Stands where the views were, so that nothing moves.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { readTags } from '../../lib/papers/entry-changes';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { starCounts } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { starsText } from './change-texts';
import { entryNames } from './entry-name';
import { SnoozeChooser } from './SnoozeChooser';
import { StatusSelect } from './StatusSelect';
import { isSnoozed } from './snooze-days';
import { TagField } from './TagField';
import { tagsOf } from './tags-in-use';

/** What the bar asks for: nothing yet, tags, or a day. */
export type BulkMode = 'acts' | 'add-tags' | 'remove-tags' | 'snooze';

interface BulkBarProps {
  /** At least one. */
  entries: readonly ReadingEntry[];
  mode: BulkMode;
  today: string;
  /** Tags in use. */
  tags: readonly string[];
  onMode(mode: BulkMode): void;
  /** Whether it is done. */
  onChange(change: EntryChange): Promise<boolean>;
  onRemove(): void;
  onClear(): void;
  /** What else can be done with them. */
  children?: ComponentChildren;
}

/** What all have in common, if they do. */
function shared<T>(entries: readonly ReadingEntry[], of: (entry: ReadingEntry) => T): T | undefined {
  const [first, ...rest] = entries.map(of);
  return rest.every((each) => each === first) ? first : undefined;
}

function TagsForm({ mode, tags, onChange, onMode }: Omit<BulkBarProps, 'children'>) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const adding = mode === 'add-tags';
  async function submit(event: Event) {
    event.preventDefault();
    const named = readTags(field.current?.value ?? '');
    const done = named.length === 0 || (await onChange(adding ? { addTags: named } : { removeTags: named }));
    if (done) onMode('acts');
  }
  return (
    <form class="bulk-form" onSubmit={(event) => void submit(event)}>
      <TagField field={field} tags={tags} label={t(adding ? 'libraryAddTags' : 'libraryRemoveTags')} />
      <button type="submit" class="button">
        {t(adding ? 'libraryAddTags' : 'libraryRemoveTags')}
      </button>
      <button type="button" class="button quiet" onClick={() => onMode('acts')}>
        {t('libraryCancel')}
      </button>
    </form>
  );
}

function StarsSelect({ entries, onChange }: Pick<BulkBarProps, 'entries' | 'onChange'>) {
  const stars = shared(entries, (entry) => entry.stars);
  async function choose(select: HTMLSelectElement) {
    const chosen = starCounts.find((count) => String(count) === select.value);
    if (chosen !== undefined && !(await onChange({ stars: chosen }))) select.value = String(stars ?? '');
  }
  return (
    <select
      class="select"
      aria-label={t('libraryBulkStars')}
      value={String(stars ?? '')}
      onChange={(event) => void choose(event.currentTarget)}
    >
      {stars === undefined && <option value="">{t('libraryAnyStars')}</option>}
      {starCounts.map((count) => (
        <option key={count} value={count}>
          {starsText(count)}
        </option>
      ))}
    </select>
  );
}

function Acts({ entries, onChange, onMode, onRemove, onClear, children }: BulkBarProps) {
  return (
    <>
      <StatusSelect
        label={t('libraryBulkStatus')}
        status={shared(entries, ({ status }) => status)}
        onStatus={(status) => onChange({ status })}
      />
      <StarsSelect entries={entries} onChange={onChange} />
      <button type="button" class="button" aria-keyshortcuts="t" onClick={() => onMode('add-tags')}>
        {t('libraryAddTags')}
      </button>
      {entries.some(({ tags }) => tags.length > 0) && (
        <button type="button" class="button" onClick={() => onMode('remove-tags')}>
          {t('libraryRemoveTags')}
        </button>
      )}
      <button type="button" class="button" aria-keyshortcuts="z" onClick={() => onMode('snooze')}>
        {t('librarySnooze')}
      </button>
      {children}
      <button type="button" class="button" aria-keyshortcuts="d" onClick={onRemove}>
        {t('libraryRemove')}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('libraryClearSelection')}
        aria-keyshortcuts="Escape"
        title={`${t('libraryClearSelection')} (Esc)`}
        onClick={onClear}
      >
        <CloseIcon />
      </button>
    </>
  );
}

export function BulkBar(props: BulkBarProps) {
  const { entries, mode, today, tags, onMode, onChange } = props;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || mode === 'acts') return;
    event.preventDefault();
    onMode('acts');
  }
  return (
    <section class="bulk-bar" aria-label={t('librarySelection')} onKeyDown={onKeyDown}>
      <p class="bulk-count" role="status">
        {t('librarySelected', entries.length)}
      </p>
      {mode === 'acts' && <Acts {...props} />}
      {(mode === 'add-tags' || mode === 'remove-tags') && (
        <TagsForm key={mode} {...props} tags={mode === 'add-tags' ? tags : tagsOf(entries)} />
      )}
      {mode === 'snooze' && (
        <SnoozeChooser
          name={entryNames(entries)}
          today={today}
          snoozed={entries.some((entry) => isSnoozed(entry, today))}
          onChoose={(day) => void onChange({ snoozedUntil: day }).then((done) => done && onMode('acts'))}
          onClose={() => onMode('acts')}
        />
      )}
    </section>
  );
}
