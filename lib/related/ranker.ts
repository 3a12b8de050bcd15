// The nearest papers to a paper or to any text, with reasons: the whole of it over papers in memory. The extension does the same with
// an index that is stored and kept up day by day; both are made of the same parts.
import type { RelatedReason } from '../papers/card-data';
import { extendIndex } from './extend-index';
import type { IndexedPaper } from './indexed-paper';
import { emptyNearest, type NearestLists, refreshClosest } from './nearest';
import { emptyIndex, emptySequences } from './paper-index';
import { rankText } from './rank-text';
import { reasonsFor } from './reasons';
import { weighIndex } from './similarity';

export interface Related {
  id: string;
  /** For comparing with others of the same answer only. */
  score: number;
  /** Empty where all that both have are words of any paper; such a neighbour is not shown. */
  readonly reasons: RelatedReason[];
}

export interface Ranker {
  /**
   * The `limit` nearest papers, nearest first, without the paper itself, its versions, and papers that have nothing in common with it.
   * An id that no paper has finds nothing.
   */
  related(paper: string | IndexedPaper, limit: number): Related[];
}

/** Of papers with the same id the last counts. Takes time with the square of their number, once, at the first question. */
export function createRanker(papers: readonly IndexedPaper[]): Ranker {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const extension = extendIndex(emptyIndex(), emptySequences());
  for (const paper of byId.values()) extension.add(paper);
  const { index, sequences } = extension.finish();
  const weighed = weighIndex(index, sequences);
  let lists: NearestLists | undefined;

  function closestLists(): NearestLists {
    if (!lists) {
      lists = emptyNearest(index.ids.length);
      for (let slot = 0; slot < index.ids.length; slot++) refreshClosest(weighed, lists, slot);
    }
    return lists;
  }

  return {
    related(asked, limit) {
      const paper = typeof asked === 'string' ? byId.get(asked) : asked;
      if (!paper) return [];
      return rankText(weighed, closestLists(), paper, limit).map(({ slot, score, sequence }) => {
        const near = byId.get(index.ids[slot] as string) as IndexedPaper;
        let reasons: RelatedReason[] | undefined;
        return {
          id: near.id,
          score,
          // Looked for when they are read: whoever ranks thousands wants their order only.
          get reasons() {
            reasons ??= reasonsFor(weighed, { paper: near, slot }, sequence);
            return reasons;
          },
        };
      });
    },
  };
}
