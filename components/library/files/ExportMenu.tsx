// The menu by which papers leave the list: as a file, to the clipboard, to Zotero.
import { useId } from 'preact/hooks';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { type MessageKey, t } from '../../../lib/text/translate';
import type { Status } from '../../page/StatusBar';
import type { ExportFormatId, ListFilesActions } from './list-files-actions';
import { exportNames, useExports } from './use-exports';
import { useMenu } from './use-menu';
import './files.css';

interface ExportMenuProps {
  /** What is taken out. */
  entries: readonly ReadingEntry[];
  /** That is the whole list, and what the page does not show yet belongs to it. */
  whole?: boolean;
  actions: Pick<ListFilesActions, 'write' | 'exportFile' | 'sendToZotero'>;
  say(status: Status | undefined): void;
}

const files: ExportFormatId[] = ['bibtex', 'ris', 'csl-json', 'csv', 'markdown', 'obsidian', 'json'];

export function ExportMenu({ entries, whole, actions, say }: ExportMenuProps) {
  const { open, button, list, toggle, close, onButtonKey, onListKey } = useMenu();
  const id = useId();
  const { save, copy, sendToZotero } = useExports(actions, say);
  const chosen = whole ? undefined : entries;
  const none = entries.length === 0;

  const item = (name: string, run: () => Promise<void>) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        // First of all: what the browser may ask it asks while the click is being handled.
        void run();
        close();
      }}
    >
      {name}
    </button>
  );
  const group = (label: MessageKey, items: preact.ComponentChildren) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={t(label)}>
      <div class="files-menu-label" aria-hidden="true">
        {t(label)}
      </div>
      {items}
    </div>
  );
  return (
    <div class="files-menu">
      <button
        ref={button}
        type="button"
        class="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-disabled={none}
        onClick={() => !none && toggle()}
        onKeyDown={(event) => !none && onButtonKey(event)}
      >
        {t('filesExport')}
      </button>
      {open && (
        <div ref={list} id={id} role="menu" tabIndex={-1} aria-label={t('filesExport')} onKeyDown={onListKey}>
          {group(
            'filesExportAs',
            files.map((format) => item(t(exportNames[format]), () => save(format, chosen))),
          )}
          {group(
            'filesCopy',
            <>
              {item(t('filesCopyBibtex'), () => copy('bibtex', chosen))}
              {item(t('filesCopyMarkdown'), () => copy('markdown', chosen))}
            </>,
          )}
          {group(
            'filesSend',
            item(t('filesZotero'), () => sendToZotero(chosen)),
          )}
        </div>
      )}
    </div>
  );
}
