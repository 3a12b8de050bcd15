// What the reader has put on an entry: tags, the day until which it is snoozed, the note's first line. Shown, and the way to edit it.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { NoteIcon, SnoozeIcon } from './library-icons';
import { isSnoozed } from './snooze-days';
import type { EditKind, OpenEdits } from './use-row-edits';

interface EntryMarksProps {
  entry: ReadingEntry;
  today: string;
  open: OpenEdits;
  /** Nothing can be edited. */
  readOnly: boolean;
  onTag(tag: string): void;
  onEdit(kind: EditKind): void;
}

export function EntryMarks({ entry, today, open, readOnly, onTag, onEdit }: EntryMarksProps) {
  const { tags, note, snoozedUntil } = entry;
  const firstLine = note.trim().split('\n', 1)[0];
  const snoozed = isSnoozed(entry, today);
  const tagsShown = tags.length > 0 && !open.tags;
  return (
    <>
      {(tagsShown || snoozed) && (
        <div class="marks">
          {tagsShown &&
            tags.map((tag) => (
              <button
                key={tag}
                type="button"
                class="tag"
                dir="auto"
                title={t('libraryShowTag', tag)}
                onClick={() => onTag(tag)}
              >
                {tag}
              </button>
            ))}
          {snoozed && snoozedUntil && (
            <span class="snoozed">
              <SnoozeIcon />
              {t('librarySnoozedUntil', formatDay(snoozedUntil))}
            </span>
          )}
        </div>
      )}
      {firstLine &&
        !open.note &&
        (readOnly ? (
          <p class="note-line" dir="auto">
            {firstLine}
          </p>
        ) : (
          <button
            type="button"
            class="note-line"
            title={`${t('libraryEditNote')} (n)`}
            onClick={() => onEdit('note')}
          >
            <NoteIcon />
            <span dir="auto">{firstLine}</span>
          </button>
        ))}
    </>
  );
}
