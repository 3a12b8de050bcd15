// One saved paper: what it is, what the reader has put on it, and what can be done with it. Knows nothing of the list around it.
import type { Ref } from 'preact';
import { arxivPage } from '../../lib/papers/paper-pages';
import type { ReadingEntry, ReadingStatus, Stars } from '../../lib/papers/reading-entry';
import type { CachedFacts } from '../../lib/store/cached-facts';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { ChangesLine, EntryFacts } from './EntryFacts';
import { EntryMarks } from './EntryMarks';
import { entryName } from './entry-name';
import { RowControls } from './RowControls';
import { NoteEditor, TagsEditor } from './RowEditors';
import { SnoozeChooser } from './SnoozeChooser';
import { isSnoozed } from './snooze-days';
import type { EditKind, OpenEdits } from './use-row-edits';

/** What a row does; each act names its entry. */
export interface RowActs {
  setStatus(entry: ReadingEntry, status: ReadingStatus): Promise<boolean>;
  setStars(entry: ReadingEntry, stars: Stars): void;
  snooze(entry: ReadingEntry, day: string | null): void;
  remove(entry: ReadingEntry): void;
  /** `before`: what was stored when the editor was opened. Whether it is saved. */
  saveText(entry: ReadingEntry, kind: 'note' | 'tags', text: string, before: string): Promise<boolean>;
  /** `through`: with everything from the row selected last to this one. */
  select(entry: ReadingEntry, through: boolean): void;
  edit(entry: ReadingEntry, kind: EditKind): void;
  endEdit(entry: ReadingEntry, kind: EditKind): void;
  /** Gives the focus back to the row. */
  focus(entry: ReadingEntry): void;
  showTag(tag: string): void;
}

export interface LibraryRowProps {
  entry: ReadingEntry;
  facts: CachedFacts | undefined;
  open: OpenEdits;
  selected: boolean;
  /** `YYYY-MM-DD` */
  today: string;
  /** Tags in use. */
  tags: readonly string[];
  readOnly: boolean;
  acts: RowActs;
  /** Among `of` rows, from 0. */
  index: number;
  of: number;
  /** px from the top of the list. */
  top: number;
  measure: Ref<HTMLLIElement>;
}

export function LibraryRow(props: LibraryRowProps) {
  const { entry, facts, open, selected, today, tags, readOnly, acts, index, of, top, measure } = props;
  const { id, status } = entry;
  const name = entryName(entry);
  const editor = (kind: 'note' | 'tags') => ({
    entry,
    onSave: (text: string, before: string) => acts.saveText(entry, kind, text, before),
    onClose: () => acts.endEdit(entry, kind),
    onLeave: () => acts.focus(entry),
  });
  return (
    <li
      ref={measure}
      class="entry"
      style={{ insetBlockStart: `${top}px` }}
      data-index={index}
      data-row={id}
      data-status={status}
      data-selected={selected || undefined}
      aria-setsize={of}
      aria-posinset={index + 1}
    >
      {!readOnly && (
        <label class="entry-check">
          <input
            type="checkbox"
            aria-label={t('librarySelect', name)}
            aria-keyshortcuts="x"
            checked={selected}
            onClick={(event) => acts.select(entry, event.shiftKey)}
          />
        </label>
      )}
      <div class="entry-paper">
        <h2 class="clamped" dir="auto">
          <a href={arxivPage(id)} rel="noreferrer noopener" data-row-focus>
            {name}
          </a>
        </h2>
        <EntryFacts entry={entry} facts={facts} />
        <ChangesLine entry={entry} facts={facts} />
        <EntryMarks
          {...{ entry, today, open, readOnly }}
          onTag={acts.showTag}
          onEdit={(kind) => acts.edit(entry, kind)}
        />
        {open.tags && <TagsEditor {...editor('tags')} edit={open.tags} tags={tags} />}
        {open.note && <NoteEditor {...editor('note')} edit={open.note} />}
        {open.snooze && (
          <SnoozeChooser
            name={name}
            today={today}
            snoozed={isSnoozed(entry, today)}
            onChoose={(day) => acts.snooze(entry, day)}
            onClose={() => {
              acts.focus(entry);
              acts.endEdit(entry, 'snooze');
            }}
            onGone={() => acts.endEdit(entry, 'snooze')}
          />
        )}
      </div>
      {readOnly ? (
        <span class="status-name">{statusName(status)}</span>
      ) : (
        <RowControls {...{ entry, acts }} />
      )}
    </li>
  );
}
