// The library page: the reading list, to search, sort, work through and carry in and out. Drawn from what it is given.
import '../tokens.css';
import '../page.css';
import '../search/search-box.css';
import '../paper-row/paper-row.css';
import '../search/search.css';
import './library.css';
import './below-list.css';
import './entries.css';
import './keys-dialog.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { CachedFacts } from '../../lib/store/cached-facts';
import type { FollowedList } from '../../lib/store/follow-entries';
import { t } from '../../lib/text/translate';
import { BackupReminder, type BackupReminderProps } from '../page/BackupReminder';
import { KeyList } from '../page/KeyList';
import { StatusBar } from '../page/StatusBar';
import { useAsked } from '../page/use-asked';
import { useSavedMarks } from '../page/use-saved-marks';
import { useStatus } from '../page/use-status';
import type { SearchActions } from '../search/use-search';
import { AlsoCached } from './AlsoCached';
import { BulkBar, type BulkMode } from './BulkBar';
import { EmptyList, NothingMatches } from './EmptyList';
import { EntryList } from './EntryList';
import { ExportMenu } from './files/ExportMenu';
import { ListFiles } from './files/ListFiles';
import type { ListFilesActions } from './files/list-files-actions';
import { KeysDialog } from './KeysDialog';
import { LibraryToolbar } from './LibraryToolbar';
import { mainKeys } from './library-keys';
import { type MissingDetails, MissingTitles } from './MissingTitles';
import { MoreLikeSaved, type SuggestedPaper } from './MoreLikeSaved';
import { localDay } from './snooze-days';
import { tagsOf } from './tags-in-use';
import { useArrangedList } from './use-arranged-list';
import { type EntryActions, useEntryChanges } from './use-entry-changes';
import { useLibraryKeys } from './use-library-keys';
import { useRowActs } from './use-row-acts';
import { useRowEdits } from './use-row-edits';
import { useSelection } from './use-selection';
import { useUndo } from './use-undo';

export interface LibraryActions extends EntryActions, SearchActions {
  save(id: string): Promise<unknown>;
  /** Asks arXiv for the titles that are missing; answers before they have come. */
  fetchDetails(): Promise<unknown>;
}

export interface LibraryProps {
  /** Undefined while the store is still being read. */
  list: FollowedList | undefined;
  /** By id, what the cache knows today. */
  facts: ReadonlyMap<string, CachedFacts>;
  /** Cached papers near those saved, none of them saved. */
  suggested: readonly SuggestedPaper[];
  details?: MissingDetails;
  /** The list is that of an earlier version, as it was found: shown, and changed in nothing. */
  readOnly?: boolean;
  /** Why there is no list: then nothing else is shown of one. */
  failure?: string;
  /** Undefined where no backup is due. */
  reminder?: BackupReminderProps;
  actions: LibraryActions;
  files: ListFilesActions;
}

const nothing: FollowedList = { entries: [], complete: true };

export function Library(props: LibraryProps) {
  const { list, facts, suggested, details, readOnly = false, failure, reminder, actions, files } = props;
  const { entries, complete } = list ?? nothing;
  const { status, say, forget } = useStatus();
  const [bulkMode, setBulkMode] = useState<BulkMode>('acts');
  const [keysShown, setKeysShown] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const today = localDay(Date.now());
  const tags = useMemo(() => tagsOf(entries), [entries]);

  const { arrangement, arrange, filter, search, counts, shown } = useArrangedList(
    entries,
    facts,
    today,
    actions.search,
  );
  const query = filter.cacheQuery;
  const atFeed = useAsked(query, () => actions.searchOnline(query));
  const searching = search.answer !== undefined || search.failure !== undefined;

  const stored = useMemo(() => new Map(entries.map(({ id }) => [id, true])), [entries]);
  const marks = useSavedMarks(
    stored,
    {
      save: actions.save,
      remove: async (id) => (await actions.remove([id]))[0],
      restore: (entry) => actions.restore([entry]),
    },
    say,
  );
  const saving = { isSaved: marks.isSaved, onToggleSaved: (id: string) => void marks.toggle(id) };

  const undo = useUndo(say);
  const changes = useEntryChanges(actions, say, undo.push);
  const edits = useRowEdits();
  const selection = useSelection(shown);
  const acts = useRowActs(changes, edits, selection, (tag) => arrange({ query: `tag:"${tag}"` }));
  const selected = selection.entries;
  if (selected.length === 0 && bulkMode !== 'acts') setBulkMode('acts');

  useLibraryKeys({
    ...{ shown, selection, changes, edits, searchBox, readOnly },
    onBulkMode: setBulkMode,
    onUndo: () => (status?.action ? status.action.run() : void undo.undo()),
    onKeys: () => setKeysShown(true),
    onSaveOther: saving.onToggleSaved,
  });

  const empty = entries.length === 0;
  return (
    <div class="library">
      <header>
        <h1>{t('pageLibrary')}</h1>
        <span class="signature">{t('extensionName')}</span>
        {list && <ListFiles {...{ entries, readOnly }} actions={files} say={say} />}
      </header>
      <main>
        {failure !== undefined && (
          <div class="notice-line">
            <p role="alert">{failure}</p>
          </div>
        )}
        {readOnly && (
          <div class="notice-line">
            <p>{t('libraryReadOnly')}</p>
          </div>
        )}
        {!readOnly && reminder && <BackupReminder {...reminder} />}
        {!readOnly && complete && <MissingTitles {...{ entries, details }} onAsk={actions.fetchDetails} />}
        {list && (
          <LibraryToolbar
            {...{ arrangement, searchBox, empty }}
            counts={complete ? counts : undefined}
            onArrange={arrange}
          >
            {selected.length > 0 && (
              <BulkBar
                {...{ today, tags }}
                entries={selected}
                mode={bulkMode}
                onMode={setBulkMode}
                onChange={(change) => changes.change(selected, change)}
                onRemove={() => void changes.remove(selected)}
                onClear={selection.clear}
              >
                <ExportMenu entries={selected} actions={files} say={say} />
              </BulkBar>
            )}
          </LibraryToolbar>
        )}
        <EntryList
          {...{ facts, edits, selection, today, tags, readOnly, acts }}
          entries={shown}
          onFocusLost={() => searchBox.current?.focus()}
        />
        {empty && list && !searching && <EmptyList />}
        {!empty && shown.length === 0 && (
          <NothingMatches slim={searching} onShowAll={() => arrange({ view: 'all', query: '' })} />
        )}
        {searching && <AlsoCached {...{ query, search, ...saving }} online={atFeed} />}
        {!searching && !readOnly && <MoreLikeSaved {...{ suggested, ...saving }} />}
        {shown.length > 0 && (
          <footer class="key-line">
            <KeyList keys={mainKeys} />
            <button
              type="button"
              class="button quiet"
              aria-keyshortcuts="?"
              onClick={() => setKeysShown(true)}
            >
              {t('libraryAllKeys')} <kbd>?</kbd>
            </button>
          </footer>
        )}
      </main>
      <StatusBar status={status} onGone={forget} />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}
