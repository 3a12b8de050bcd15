// What the reading list still has to learn, asked of arXiv. Only an act of the reader starts it (saving a paper, "Try again"), or takes
// up again what such an act began: nothing here runs on a timer, on an alarm or because a page was opened.
import { type ArxivClient, maxIdsPerCall } from './arxiv-client';
import { ArxivError } from './arxiv-error';
import type { ArxivPaper } from './arxiv-paper';
import type { DetailsState } from './details-state';
import { longestPause } from './get-atom';

export interface DetailsDeps {
  client: ArxivClient;
  /** Identifiers on the list whose title is not known, oldest first. */
  pending: () => Promise<string[]>;
  /** Keeps what was learned. Papers no longer on the list are to be left out. */
  learn: (found: ArxivPaper[]) => Promise<void>;
  /** What `note` was last given, by a worker that is gone, too; `nothingAsked` at first. */
  noted: () => Promise<DetailsState>;
  note: (state: DetailsState) => Promise<void>;
  /** ms since 1970 */
  now: () => number;
}

export interface DetailsFetcher {
  /**
   * Asks for the papers named, or for all pending ones that are not known to be missing. One run at a time: what is asked meanwhile is
   * taken in the same run, and every caller waits for its end. A failure of arXiv ends the run and is noted, not thrown; before the time
   * arXiv asked to wait for, nothing is asked. Rejects with what `pending`, `learn`, `noted` and `note` reject with.
   */
  run(ids?: readonly string[]): Promise<void>;
}

export function createDetailsFetcher({
  client,
  pending,
  learn,
  noted,
  note,
  now,
}: DetailsDeps): DetailsFetcher {
  const named = new Set<string>();
  let allPending = false;
  /** Counts calls of `run`: tells whether somebody asked while the last state was being noted. */
  let asks = 0;
  let running: Promise<void> | undefined;

  /** What is open, those named first. `done`: asked for in this run, and not again whatever came of it. */
  async function openIds(done: ReadonlySet<string>, missing: ReadonlySet<string>): Promise<string[]> {
    const waiting = allPending ? await pending() : [];
    const open = new Set([...named, ...waiting.filter((id) => !missing.has(id))]);
    return [...open].filter((id) => !done.has(id));
  }

  /** Asks for one batch; false where nothing was open. */
  async function askOnce(done: Set<string>, missing: Set<string>): Promise<boolean> {
    const open = await openIds(done, missing);
    await note({ asking: open.length, missing: [...missing] });
    const batch = open.slice(0, maxIdsPerCall);
    if (batch.length === 0) return false;
    const answer = await client.papers(batch);
    for (const id of batch) done.add(id);
    for (const { id } of answer.found) missing.delete(id);
    for (const id of answer.missing) missing.add(id);
    if (answer.found.length > 0) await learn(answer.found);
    return true;
  }

  /** In the same step in which it is found that nothing is open: who asks afterwards begins a new run. */
  function end(): void {
    named.clear();
    allPending = false;
    running = undefined;
  }

  async function askUntilNothingIsOpen(missing: Set<string>): Promise<void> {
    const done = new Set<string>();
    for (;;) {
      const seen = asks;
      const asked = await askOnce(done, missing);
      if (!asked && seen === asks) return end();
    }
  }

  async function runToItsEnd(): Promise<void> {
    const before = await noted();
    // Longer than arXiv can have asked for: the clock was put back.
    const pause = (before.retryAt ?? 0) - now();
    if (pause > 0 && pause <= longestPause) {
      await note({ ...before, asking: 0 });
      return end();
    }
    const onList = new Set(await pending());
    const missing = new Set(before.missing.filter((id) => onList.has(id)));
    try {
      await askUntilNothingIsOpen(missing);
    } catch (error) {
      await note({ asking: 0, missing: [...missing], ...whyStopped(error) });
      if (!(error instanceof ArxivError)) throw error;
      end();
    }
  }

  return {
    run(ids) {
      if (ids === undefined) allPending = true;
      else for (const id of ids) named.add(id);
      asks += 1;
      running ??= runToItsEnd().catch((error) => {
        end();
        throw error;
      });
      return running;
    },
  };
}

function whyStopped(error: unknown): Pick<DetailsState, 'failure' | 'retryAt'> {
  if (!(error instanceof ArxivError)) return {};
  const { code, message, retryAt } = error;
  return { failure: { code, detail: message }, ...(retryAt !== undefined && { retryAt }) };
}
