// An index with its lists over papers in memory, for the tests of what compares papers.
import { extendIndex } from '../../lib/related/extend-index';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { emptyNearest, type NearestLists, refreshClosest, refreshNearest } from '../../lib/related/nearest';
import { emptyIndex, emptySequences } from '../../lib/related/paper-index';
import { type WeighedIndex, weighIndex } from '../../lib/related/similarity';
import { listOf } from '../../lib/related/slot-lists';

export function buildIndex(papers: readonly IndexedPaper[]) {
  const extension = extendIndex(emptyIndex(), emptySequences());
  for (const one of papers) extension.add(one);
  return extension.finish();
}

export const emptyParts = () => ({
  index: emptyIndex(),
  sequences: emptySequences(),
  lists: emptyNearest(0),
});

/** All lists as one build makes them. */
export function refreshAll(weighed: WeighedIndex, lists: NearestLists): NearestLists {
  for (const slot of weighed.index.ids.keys()) refreshClosest(weighed, lists, slot);
  for (const slot of weighed.index.ids.keys()) refreshNearest(weighed, lists, slot);
  return lists;
}

export function buildLists(papers: readonly IndexedPaper[]) {
  const { index, sequences } = buildIndex(papers);
  const weighed = weighIndex(index, sequences);
  return { index, sequences, weighed, lists: refreshAll(weighed, emptyNearest(papers.length)) };
}

/** Identifiers of a paper's nearest others. */
export function nearestIds({ index, lists }: { index: { ids: string[] }; lists: NearestLists }, id: string) {
  return [...listOf(lists.nearest, index.ids.indexOf(id))].map((slot) => index.ids[slot] as string);
}
