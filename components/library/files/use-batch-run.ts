// One long change of the list at a time, in batches: how far it is, and the way to stop it. Draws and sends nothing.
import { useRef, useState } from 'preact/hooks';
import type { ListGain } from '../../../lib/store/reading-list-keeper';
import type { BatchRun } from './import-batches';

export interface BatchProgress {
  done: number;
  total: number;
  /** The batch on its way is the last. */
  stopping: boolean;
}

/** What became of a run, whichever way it ended. */
export interface BatchOutcome {
  done: number;
  total: number;
  gain: ListGain;
  /** What ended it before its time; absent where it came to its end or was stopped. */
  failure?: { error: unknown };
}

export interface BatchRunner {
  /** Undefined while nothing runs. */
  progress: BatchProgress | undefined;
  /** Never rejects. A run that is begun while another is on its way takes its place on the page; the other comes to its own end. */
  run(total: number, work: (run: BatchRun) => Promise<unknown>): Promise<BatchOutcome>;
  stop(): void;
}

export function useBatchRun(): BatchRunner {
  const [progress, setProgress] = useState<BatchProgress>();
  const stopping = useRef<AbortController>(undefined);

  async function run(total: number, work: (run: BatchRun) => Promise<unknown>): Promise<BatchOutcome> {
    const mine = new AbortController();
    stopping.current = mine;
    const show = (next: BatchProgress | undefined) => stopping.current === mine && setProgress(next);
    const outcome: BatchOutcome = { done: 0, total, gain: { added: 0, merged: 0 } };
    show({ done: 0, total, stopping: false });
    try {
      await work({
        signal: mine.signal,
        onDone(done, gain) {
          Object.assign(outcome, { done, gain });
          show({ done, total, stopping: mine.signal.aborted });
        },
      });
    } catch (error) {
      outcome.failure = { error };
    }
    show(undefined);
    return outcome;
  }

  return {
    progress,
    run,
    stop() {
      stopping.current?.abort();
      setProgress((now) => now && { ...now, stopping: true });
    },
  };
}
