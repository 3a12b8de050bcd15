// Answers look-ups from the store, and on request from the feed. One batch of reads a message, whatever its size.
import type { FeedClient } from '../../feed/feed-client';
import type { CardData } from '../../papers/card-data';
import type { StoredPaper } from '../../papers/paper';
import { toCardData } from '../../papers/to-card-data';
import type { PaperglossDatabase } from '../../store/database';
import { isKnownMiss, recordMiss } from '../../store/missed-look-ups';
import { lookUp, storePaper } from '../../store/papers';
import { readRelated } from '../../store/related-papers';
import type { LookUpTarget } from '../protocol';

/** Cards for each target in the order asked. Related papers are read for the card form only: a badge shows none. */
export async function lookUpCards(db: PaperglossDatabase, targets: LookUpTarget[]): Promise<CardData[][]> {
  const found = await lookUp(
    db,
    targets.map(({ target }) => target),
  );
  const ids = [...new Set(found.flat().map((paper) => paper.id))];
  const entries = ids.length > 0 ? await db.readingEntries.bulkGet(ids) : [];
  const statuses = new Map(entries.map((entry) => [entry?.id, entry?.status]));
  const card = async (paper: StoredPaper, form: LookUpTarget['form']) =>
    toCardData(paper, form === 'card' ? await readRelated(db, paper.id) : [], statuses.get(paper.id));
  return Promise.all(
    found.map((papers, position) =>
      Promise.all(papers.map((paper) => card(paper, targets[position]?.form ?? 'badge'))),
    ),
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
  if (cached?.[0]) return cached[0];
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
