// What stands in the library's header to carry the list in and out: add, import, export; and files dropped or pasted on the page.
import { useMemo, useState } from 'preact/hooks';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { t } from '../../../lib/text/translate';
import type { Status } from '../../page/StatusBar';
import { AddPapers } from './AddPapers';
import { ExportMenu } from './ExportMenu';
import { ImportDialog } from './ImportDialog';
import type { ListFilesActions } from './list-files-actions';
import { useImport } from './use-import';
import { useIncomingFiles } from './use-incoming-files';
import './files.css';

interface ListFilesProps {
  entries: readonly ReadingEntry[];
  actions: ListFilesActions;
  say(status: Status | undefined): void;
  /** The list cannot be changed now, only taken out. */
  readOnly?: boolean;
}

export function ListFiles({ entries, actions, say, readOnly = false }: ListFilesProps) {
  return (
    <div class="list-files">
      {!readOnly && <ListInput {...{ entries, actions, say }} />}
      <ExportMenu {...{ entries, actions, say }} whole />
    </div>
  );
}

function ListInput({ entries, actions, say }: Omit<ListFilesProps, 'readOnly'>) {
  const [adding, setAdding] = useState(false);
  const { now, progress, begin, ...handle } = useImport(actions, say);
  const known = useMemo(() => new Set(entries.map(({ id }) => id)), [entries]);
  const over = useIncomingFiles({
    onFiles(files) {
      setAdding(false);
      handle.takeFiles(files);
    },
    onText: handle.takeText,
  });
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setAdding(true)}>
        {t('filesAdd')}
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={begin}>
        {t('filesImport')}
      </button>
      {adding && <AddPapers {...{ known, say }} save={actions.save} onClose={() => setAdding(false)} />}
      {now && <ImportDialog {...{ now, progress, handle }} />}
      {over && (
        <div class="files-drop" aria-hidden="true">
          <p>{t('filesImportDrop')}</p>
        </div>
      )}
    </>
  );
}
