// The nearest cached papers to what a page says, for papers nobody has cached: asked by the popup, or, where the reader wants that,
// by a page's own look-up. The page's words stay on this machine.
import type { CardData, RelatedPaper } from '../../papers/card-data';
import type { PaperIndexer } from '../../related/paper-indexer';
import type { PaperglossDatabase } from '../../store/database';
import { withReaderMarks } from '../../store/related-papers';
import type { PageAbstract } from '../protocol';

export async function relatedToPage(
  db: PaperglossDatabase,
  indexer: Pick<PaperIndexer, 'nearestTo'>,
  { id = '', title, abstract }: PageAbstract & { id?: string },
  limit = 10,
): Promise<RelatedPaper[]> {
  return withReaderMarks(db, await indexer.nearestTo({ id, title, abstract }, limit));
}

/** A card for the page's own paper, which is not cached; undefined where nothing is near it. `now` in ms since 1970. */
export async function cardOfPage(
  db: PaperglossDatabase,
  indexer: Pick<PaperIndexer, 'nearestTo'>,
  page: PageAbstract & { id: string },
  now: number,
): Promise<CardData | undefined> {
  const related = await relatedToPage(db, indexer, page, 5);
  if (related.length === 0) return undefined;
  const { id, title } = page;
  return { id, title, summary: '', summaryFrom: 'none', fetchedAt: now, origin: 'page', related };
}
