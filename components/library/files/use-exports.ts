// Taking papers out: as a file, to the clipboard, to Zotero; and what is said about it. Draws nothing.
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../../lib/text/format';
import { type MessageKey, t } from '../../../lib/text/translate';
import { copyText } from '../../mention/copy-text';
import { failureOf, failureText } from '../../page/failure-text';
import type { Status } from '../../page/StatusBar';
import { papersText } from './import-texts';
import type { Chosen, ExportFormatId, ListFilesActions } from './list-files-actions';
import { zoteroFailureText } from './zotero-failure-text';

export const exportNames: Record<ExportFormatId, MessageKey> = {
  bibtex: 'filesBibtex',
  ris: 'filesRis',
  'csl-json': 'filesCslJson',
  csv: 'filesCsv',
  markdown: 'filesMarkdown',
  obsidian: 'filesObsidian',
  json: 'filesJson',
};

/** The browser lets nothing onto the clipboard. */
class NotCopied extends Error {}

type ExportActions = Pick<ListFilesActions, 'write' | 'exportFile' | 'sendToZotero'>;

export function useExports(actions: ExportActions, say: (status: Status | undefined) => void) {
  // One at a time: a second click must not send the same papers to Zotero again.
  const busy = useRef(false);

  async function once(work: () => Promise<string>, explain: (error: unknown) => string) {
    if (busy.current) return;
    busy.current = true;
    try {
      say({ text: await work(), lasts: 20_000 });
    } catch (error) {
      say({ failed: true, text: explain(error) });
    } finally {
      busy.current = false;
    }
  }
  function explain(error: unknown): string {
    if (error instanceof NotCopied) return t('filesNotCopied');
    return t('libraryExportFailed', failureText(failureOf(error)));
  }

  return {
    save: (format: ExportFormatId, chosen: Chosen) =>
      once(async () => {
        say({ text: t('filesWorking', t(exportNames[format])) });
        return t('filesExported', await actions.exportFile(format, chosen));
      }, explain),
    copy: (format: ExportFormatId, chosen: Chosen) =>
      once(async () => {
        const text = await actions.write(format, chosen);
        if (!(await copyText(document.body, text))) throw new NotCopied();
        return t('filesCopied', t(exportNames[format]));
      }, explain),
    sendToZotero: (chosen: Chosen) =>
      once(async () => {
        const sending = actions.sendToZotero(chosen, (saved, total) => {
          say({ text: t('filesZoteroSending', formatNumber(saved), formatNumber(total)) });
        });
        say({ text: t('filesZoteroAsking') });
        return t('filesZoteroSaved', papersText(await sending));
      }, zoteroFailureText),
  };
}
