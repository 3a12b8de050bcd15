// The steps of an import: choosing, reading, looking at what it would do, doing it. Draws nothing.
import { useRef, useState } from 'preact/hooks';
import type { ImportPlan } from '../../../lib/formats/plan-import';
import { t } from '../../../lib/text/translate';
import { failureOf, failureText } from '../../page/failure-text';
import type { Status } from '../../page/StatusBar';
import { fileText } from './file-text';
import { importFailureText } from './import-texts';
import type { ListFilesActions } from './list-files-actions';

/** `name` is the file's, '' for pasted text; `failure` is in the reader's words. */
export type ImportStep =
  | { step: 'choose'; failure?: string }
  | { step: 'read'; name: string }
  | { step: 'look'; name: string; plan: ImportPlan; left: number; failure?: string }
  | { step: 'import'; name: string; plan: ImportPlan; left: number };

export interface Import {
  /** Undefined while there is no import. */
  now: ImportStep | undefined;
  begin(): void;
  /** The first is read, and the reader is told that the others are not. */
  takeFiles(files: readonly File[]): void;
  takeText(text: string): void;
  run(): void;
  close(): void;
}

export function useImport(
  actions: Pick<ListFilesActions, 'plan' | 'importPlanned'>,
  say: (status: Status | undefined) => void,
): Import {
  const [now, setNow] = useState<ImportStep>();
  // What comes back after the reader has closed or chosen something else is of no use any more.
  const turn = useRef(0);

  async function read(name: string, text: () => Promise<string> | string, left: number) {
    turn.current += 1;
    const mine = turn.current;
    setNow({ step: 'read', name });
    let next: ImportStep;
    try {
      next = { step: 'look', name, plan: await actions.plan(name, await text()), left };
    } catch (error) {
      next = { step: 'choose', failure: t('libraryImportFailed', importFailureText(error)) };
    }
    if (turn.current === mine) setNow(next);
  }

  /** Goes on when the dialog is closed meanwhile: what became of it is said at the foot of the page. */
  async function run() {
    if (now?.step !== 'look') return;
    const mine = turn.current;
    const { name, plan, left } = now;
    setNow({ step: 'import', name, plan, left });
    try {
      const { added, merged } = await actions.importPlanned(plan);
      say({ text: t('filesImported', added.toLocaleString(), merged.toLocaleString()) });
      if (turn.current === mine) setNow(undefined);
    } catch (error) {
      const failure = t('filesImportStopped', failureText(failureOf(error)));
      if (turn.current === mine) setNow({ step: 'look', name, plan, left, failure });
      else say({ failed: true, text: failure });
    }
  }

  return {
    now,
    begin: () => setNow({ step: 'choose' }),
    takeFiles(files) {
      const [file] = files;
      if (file && now?.step !== 'import') void read(file.name, () => fileText(file), files.length - 1);
    },
    takeText(text) {
      if (now?.step !== 'import') void read('', () => text, 0);
    },
    run: () => void run(),
    close() {
      turn.current += 1;
      setNow(undefined);
    },
  };
}
