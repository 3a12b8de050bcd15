// One step of the index's upkeep: papers that came or changed go in, those that are gone come out, and the lists follow. Pure but for
// the pauses; the parts it is given stay as they are.
import type { Breathe } from './breath';
import { extendIndex } from './extend-index';
import { fingerprintOf, type IndexedPaper } from './indexed-paper';
import { type NearestLists, relateNew } from './nearest';
import type { PaperIndex, Sequences } from './paper-index';
import { type WeighedIndex, weighIndex } from './similarity';
import { listOf, moveLists, nobody, type SlotLists } from './slot-lists';

export interface Absorbed {
  index: PaperIndex;
  sequences: Sequences;
  lists: NearestLists;
  /** The index, weighed. */
  weighed: WeighedIndex;
  /** Slots whose nearest papers changed, those of the new papers among them. */
  related: ReadonlySet<number>;
  /** Slots of papers that came or changed. */
  taken: ReadonlySet<number>;
  removed: string[];
}

/** More new papers than this are not compared one by one: all lists are made anew anyway. */
const mostRelatedAtOnce = 150;

/** `papers`: what is stored under each id now, undefined where it is gone. Undefined where nothing has changed. */
export async function absorbPapers(
  parts: { index: PaperIndex; sequences: Sequences; lists: NearestLists },
  papers: ReadonlyMap<string, IndexedPaper | undefined>,
  breathe: Breathe,
): Promise<Absorbed | undefined> {
  const { index } = parts;
  const slots = new Map(index.ids.map((id, slot) => [id, slot]));
  const extension = extendIndex(index, parts.sequences);
  const taken: string[] = [];
  const removed: string[] = [];
  for (const [id, paper] of papers) {
    const slot = slots.get(id);
    if (!paper && slot !== undefined) removed.push(id);
    if (!paper || (slot !== undefined && index.fingerprints[slot] === fingerprintOf(paper))) continue;
    extension.add(paper);
    taken.push(id);
    await breathe();
  }
  if (taken.length === 0 && removed.length === 0) return undefined;

  const next = extension.finish(removed);
  await breathe();
  const nextSlots = new Map(next.index.ids.map((id, slot) => [id, slot]));
  // Who has changed leaves the lists of others as who is gone does, and enters them anew with its new text.
  const changed = new Set(taken);
  const places = Uint32Array.from(index.ids, (id) =>
    changed.has(id) ? nobody : (nextSlots.get(id) ?? nobody),
  );
  const count = next.index.ids.length;
  const lists = {
    closest: moveLists(parts.lists.closest, places, count),
    nearest: moveLists(parts.lists.nearest, places, count),
  };
  const newSlots = taken.map((id) => nextSlots.get(id) as number);
  const shortened = shortenedLists(parts.lists.nearest, places);
  const weighed = weighIndex(next.index, next.sequences);
  const absorbed = { ...next, lists, weighed, taken: new Set(newSlots), removed };
  if (taken.length > mostRelatedAtOnce) return { ...absorbed, related: new Set(shortened) };

  const steps = relateNew(weighed, lists, newSlots);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { ...absorbed, related: new Set([...value, ...shortened]) };
    await breathe();
  }
}

/** Where those went whose lists have lost somebody. */
function shortenedLists(nearest: SlotLists, places: Uint32Array): number[] {
  return [...places].filter(
    (place, old) => place !== nobody && listOf(nearest, old).some((other) => places[other] === nobody),
  );
}
