// What the reader has had to do with papers: shown, opened, dismissed. Stays on this machine: nothing of it is ever sent, exported or
// mirrored.
import type { PaperglossDatabase, SeenPaper } from './database';
import { guarded } from './store-error';

/** A mark that could not be kept, on a full disk or in a window that keeps no data, is not worth an error on what was read. */
async function withoutError(work: () => PromiseLike<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Said above.
  }
}

/**
 * Puts `change` of each paper in place of what is known of it; undefined leaves it alone. Runs in one transaction, so that two pages at
 * once take nothing from each other.
 */
function changeSeen(
  db: PaperglossDatabase,
  ids: readonly string[],
  change: (known: SeenPaper) => SeenPaper | undefined,
): PromiseLike<void> {
  const asked = [...new Set(ids)];
  return db.transaction('rw', db.seenPapers, async () => {
    const known = await db.seenPapers.bulkGet(asked);
    const changed = asked.map((id, position) => change(known[position] ?? { id }));
    await db.seenPapers.bulkPut(changed.filter((paper) => paper !== undefined));
  });
}

/**
 * Notes that the reader has opened these papers (their pages, their repository, their rows) at `now`, ms since 1970; the first time
 * stays. Never rejects.
 */
export async function markOpened(db: PaperglossDatabase, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await withoutError(() =>
    changeSeen(db, ids, (paper) => (paper.openedAt === undefined ? { ...paper, openedAt: now } : undefined)),
  );
}

/**
 * Notes that these papers were shown in a list, with the upvotes they had, on the visit that began at `since` (both times in ms since
 * 1970). One visit is one look: what is already noted of it stays, and so the look before it does. Never rejects.
 */
export async function markShown(
  db: PaperglossDatabase,
  papers: readonly { id: string; upvotes?: number }[],
  since: number,
  now: number,
): Promise<void> {
  if (papers.length === 0) return;
  const upvotesOf = new Map(papers.map(({ id, upvotes }) => [id, upvotes]));
  await withoutError(() =>
    changeSeen(db, [...upvotesOf.keys()], (paper) => {
      const { look: before } = paper;
      // A look from after now was noted by a clock that was wrong; left alone, it would be the last one for good.
      if (before && before.at >= since && before.at <= now) return undefined;
      const upvotes = upvotesOf.get(paper.id);
      const look = upvotes === undefined ? { at: now } : { at: now, upvotes };
      const shown = { ...paper, shownAt: paper.shownAt ?? now, look };
      return before ? { ...shown, lookBefore: before } : shown;
    }),
  );
}

/**
 * Notes that the reader does not want the paper among those for them, at `now` (ms since 1970), or no longer says so. Rejects with
 * StoreError.
 */
export async function setDismissed(
  db: PaperglossDatabase,
  id: string,
  dismissed: boolean,
  now: number,
): Promise<void> {
  await guarded(() =>
    changeSeen(db, [id], ({ dismissedAt, ...paper }) => {
      if (dismissed) return { ...paper, dismissedAt: dismissedAt ?? now };
      return dismissedAt === undefined ? undefined : paper;
    }),
  );
}

/** Takes back every dismissal; what was shown and opened stays. Rejects with StoreError. */
export async function clearDismissed(db: PaperglossDatabase): Promise<void> {
  await guarded(() =>
    db.seenPapers.orderBy('dismissedAt').modify((paper) => {
      delete paper.dismissedAt;
    }),
  );
}

/** For more papers than this, all that were opened are read in one request: each key asked for by itself is a request of its own. */
const maxRequests = 50;

/** Those of `ids` the reader has opened. Rejects as any read of the store does. */
export async function readSeen(db: PaperglossDatabase, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  if (ids.length > maxRequests) {
    const opened = new Set(await db.seenPapers.orderBy('openedAt').primaryKeys());
    return new Set(ids.filter((id) => opened.has(id)));
  }
  const known = await db.seenPapers.bulkGet([...ids]);
  return new Set(known.flatMap((seen) => (seen?.openedAt === undefined ? [] : [seen.id])));
}
