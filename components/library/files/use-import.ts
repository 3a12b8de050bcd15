// The steps of an import: choosing, reading, looking at what it would do, doing it. Draws nothing.
import { useRef, useState } from 'preact/hooks';
import type { ImportPlan } from '../../../lib/formats/plan-import';
import { formatNumber } from '../../../lib/text/format';
import { t } from '../../../lib/text/translate';
import { failureOf, failureText } from '../../page/failure-text';
import type { Status } from '../../page/StatusBar';
import { afterPaint } from './after-paint';
import { fileText } from './file-text';
import { importFailureText } from './import-texts';
import type { ListFilesActions } from './list-files-actions';
import { type BatchOutcome, type BatchProgress, useBatchRun } from './use-batch-run';

/** `name` is the file's, '' for pasted text; `failure` is in the reader's words. */
export type ImportStep =
  | { step: 'choose'; failure?: string }
  | { step: 'read'; name: string }
  | { step: 'look'; name: string; plan: ImportPlan; left: number; failure?: string }
  | { step: 'import'; name: string; plan: ImportPlan; left: number };

export interface Import {
  /** Undefined while there is no import. */
  now: ImportStep | undefined;
  /** Undefined but while it is being done. */
  progress: BatchProgress | undefined;
  begin(): void;
  /** The first is read, and the reader is told that the others are not. */
  takeFiles(files: readonly File[]): void;
  takeText(text: string): void;
  run(): void;
  /** What is on its way is still done, and nothing after it. */
  stop(): void;
  /** Stops what is being done, too. */
  close(): void;
}

export const importSize = ({ entries, papers }: ImportPlan): number => entries.length + papers.length;

/** What became of an import, with what was done and what was not. */
function outcomeText({ done, total, gain, failure }: BatchOutcome): string {
  const [some, all] = [formatNumber(done), formatNumber(total)];
  const [added, merged] = [formatNumber(gain.added), formatNumber(gain.merged)];
  if (failure) {
    const why = failureText(failureOf(failure.error));
    return done > 0 ? t('filesImportFailedAt', some, all, why) : t('filesImportStopped', why);
  }
  return done < total
    ? t('filesImportStoppedAt', some, all, added, merged)
    : t('filesImported', added, merged);
}

export function useImport(
  actions: Pick<ListFilesActions, 'plan' | 'importPlanned'>,
  say: (status: Status | undefined) => void,
): Import {
  const [now, setNow] = useState<ImportStep>();
  // What comes back after the reader has closed or chosen something else is of no use any more.
  const turn = useRef(0);
  const { progress, run: runBatches, stop } = useBatchRun();

  async function read(name: string, text: () => Promise<string> | string, left: number) {
    turn.current += 1;
    const mine = turn.current;
    setNow({ step: 'read', name });
    let next: ImportStep;
    try {
      await afterPaint();
      next = { step: 'look', name, plan: await actions.plan(name, await text()), left };
    } catch (error) {
      next = { step: 'choose', failure: t('libraryImportFailed', importFailureText(error)) };
    }
    if (turn.current === mine) setNow(next);
  }

  /** When the dialog is closed meanwhile, what became of it is said at the foot of the page. */
  async function run() {
    if (now?.step !== 'look') return;
    const mine = turn.current;
    const { name, plan, left } = now;
    setNow({ step: 'import', name, plan, left });
    const outcome = await runBatches(importSize(plan), (batches) => actions.importPlanned(plan, batches));
    const text = outcomeText(outcome);
    if (outcome.failure && turn.current === mine) {
      setNow({ step: 'look', name, plan, left, failure: text });
      return;
    }
    say({ text, ...(outcome.failure && { failed: true }) });
    if (turn.current === mine) setNow(undefined);
  }

  return {
    now,
    progress,
    begin: () => setNow({ step: 'choose' }),
    takeFiles(files) {
      const [file] = files;
      if (file && now?.step !== 'import') void read(file.name, () => fileText(file), files.length - 1);
    },
    takeText(text) {
      if (now?.step !== 'import') void read('', () => text, 0);
    },
    run: () => void run(),
    stop,
    close() {
      stop();
      turn.current += 1;
      setNow(undefined);
    },
  };
}
