// Answers look-ups from the store, and on request from the feed. One batch of reads a message, whatever its size.
import type { FeedClient } from '../../feed/feed-client';
import type { CardData } from '../../papers/card-data';
import type { StoredPaper } from '../../papers/paper';
import { savedCardData, toCardData } from '../../papers/to-card-data';
import type { PaperglossDatabase } from '../../store/database';
import { isKnownMiss, recordMiss } from '../../store/missed-look-ups';
import { lookUp, storePaper } from '../../store/papers';
import { readRelated } from '../../store/related-papers';
import type { LookUpTarget } from '../protocol';

/**
 * Cards for each target in the order asked: of what is cached, and of papers on the reading list that are not. Related papers are read for
 * the card form only: a badge shows none.
 */
export async function lookUpCards(db: PaperglossDatabase, targets: LookUpTarget[]): Promise<CardData[][]> {
  const found = await lookUp(
    db,
    targets.map(({ target }) => target),
  );
  const ids = new Set(found.flat().map((paper) => paper.id));
  for (const { target } of targets) if (target.kind === 'paper') ids.add(target.id);
  const stored = ids.size > 0 ? await db.readingEntries.bulkGet([...ids]) : [];
  const entries = new Map(stored.map((entry) => [entry?.id, entry]));
  const card = async (paper: StoredPaper, form: LookUpTarget['form']) => {
    const related = form === 'card' ? await readRelated(db, paper.id) : [];
    return toCardData(paper, related, entries.get(paper.id)?.status);
  };
  return Promise.all(
    targets.map(async ({ target, form }, position) => {
      const papers = found[position] ?? [];
      const saved = target.kind === 'paper' && papers.length === 0 ? entries.get(target.id) : undefined;
      return saved ? [savedCardData(saved)] : Promise.all(papers.map((paper) => card(paper, form)));
    }),
  );
}

/**
 * One paper straight from the feed, stored on the way. Undefined when the feed does not have it, which is
 * remembered for a day. Callers make sure that the reader asked for it or allowed it.
 */
export async function lookUpOnline(
  db: PaperglossDatabase,
  client: FeedClient,
  id: string,
  now: number,
): Promise<CardData | undefined> {
  const target = { target: { kind: 'paper', id }, form: 'card' } as const;
  const [cached] = await lookUpCards(db, [target]);
  if (cached?.[0] && cached[0].origin !== 'list') return cached[0];
  if (await isKnownMiss(db, id, now)) return undefined;
  const paper = await client.paper(id);
  if (!paper) {
    await recordMiss(db, id, now);
    return undefined;
  }
  await storePaper(db, paper, now);
  const [stored] = await lookUpCards(db, [target]);
  return stored?.[0];
}
