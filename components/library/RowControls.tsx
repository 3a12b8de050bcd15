// What can be done with one entry, at the end of its row.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { type MessageKey, t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { entryName } from './entry-name';
import type { RowActs } from './LibraryRow';
import { NoteIcon, SnoozeIcon, TagIcon } from './library-icons';
import { StarsControl } from './StarsControl';
import { StatusSelect } from './StatusSelect';
import type { EditKind } from './use-row-edits';

interface Tool {
  kind: EditKind;
  key: string;
  hint: MessageKey;
  label: MessageKey;
  Icon: typeof TagIcon;
}

const tools: readonly Tool[] = [
  { kind: 'tags', key: 't', hint: 'libraryEditTags', label: 'libraryTagsOf', Icon: TagIcon },
  { kind: 'note', key: 'n', hint: 'libraryEditNote', label: 'libraryNoteOf', Icon: NoteIcon },
  { kind: 'snooze', key: 'z', hint: 'librarySnooze', label: 'librarySnoozeOf', Icon: SnoozeIcon },
];

export function RowControls({ entry, acts }: { entry: ReadingEntry; acts: RowActs }) {
  const name = entryName(entry);
  return (
    <div class="entry-controls">
      <div class="entry-tools">
        {tools.map(({ kind, key, hint, label, Icon }) => (
          <button
            key={kind}
            type="button"
            class="icon-button"
            aria-label={t(label, name)}
            aria-keyshortcuts={key}
            title={`${t(hint)} (${key})`}
            onClick={() => acts.edit(entry, kind)}
          >
            <Icon />
          </button>
        ))}
      </div>
      <StarsControl name={name} stars={entry.stars} onStars={(stars) => acts.setStars(entry, stars)} />
      <StatusSelect
        label={t('libraryStatus', name)}
        status={entry.status}
        onStatus={(status) => acts.setStatus(entry, status)}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={t('libraryRemoveNamed', name)}
        aria-keyshortcuts="d"
        title={`${t('libraryRemove')} (d)`}
        onClick={() => acts.remove(entry)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
