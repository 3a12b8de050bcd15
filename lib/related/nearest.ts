// Each paper's nearest others. How near two are: how alike their texts are, and how alike each is to the papers closest to the other
// (pseudo-relevance feedback, from both sides). That is symmetric, so a new paper tells every older one how near it is.
import { type PaperIndex, sequenceOf } from './paper-index';
import { similaritiesTo, type TermVector, vectorOf, vectorOfSlot, type WeighedIndex } from './similarity';
import { clearList, emptyLists, hasPlace, insert, listOf, nobody, type SlotLists } from './slot-lists';

export interface NearestLists {
  /** By text alone: where feedback comes from. */
  closest: SlotLists;
  /** What readers see. */
  nearest: SlotLists;
}

const closestCount = 15;
const nearestCount = 10;

/** What the papers closest to one say, all together, against what it says itself. */
const feedback = 0.75;

/** Papers of one code repository are this much nearer. */
const sameRepository = 0.3;

/** Papers as alike as this are versions of one, or the same one twice. */
const duplicateFrom = 0.9;

export const emptyNearest = (count: number): NearestLists => ({
  closest: emptyLists(closestCount, count),
  nearest: emptyLists(nearestCount, count),
});

function addVector(sum: Map<number, number>, { terms, weights }: TermVector): void {
  for (const [position, term] of terms.entries()) {
    sum.set(term, (sum.get(term) ?? 0) + (weights[position] as number));
  }
}

/** How alike each paper's text is to these terms; 0 for the paper itself. */
export function alikeTo(weighed: WeighedIndex, sequence: readonly number[], self?: number): Float32Array {
  const alike = similaritiesTo(weighed, vectorOf(weighed, sequence));
  if (self !== undefined) alike[self] = 0;
  return alike;
}

/** Of papers alike to one text those closest to it, best first. */
export function closestTo(index: PaperIndex, alike: Float32Array): Uint32Array {
  const list = emptyLists(closestCount, 1);
  fillList(list, index, 0, alike);
  return listOf(list, 0);
}

/** Makes a list anew out of the scores of all others. */
function fillList(lists: SlotLists, index: PaperIndex, slot: number, scores: Float32Array): void {
  clearList(lists, slot);
  for (let other = 0; other < scores.length; other++) {
    insert(lists, index, slot, other, scores[other] as number);
  }
}

/** A text to compare with: a paper of the index, or any other. */
export interface ComparedText {
  /** Of a paper of the index. */
  slot?: number;
  /** By slot; see `alikeTo`. */
  alike: Float32Array;
  /** The papers closest to it. */
  closest: Iterable<number>;
  /** The fingerprint of its title. */
  title: number;
  /** The term of its repository; 0 for none. */
  repository: number;
}

/**
 * How near every paper is to a text: 0 for itself, its versions, and papers that share no word with it. `closest` must hold for all
 * papers.
 */
export function nearTo(weighed: WeighedIndex, closest: SlotLists, text: ComparedText): Float32Array {
  const { index } = weighed;
  const { alike } = text;
  const sum = new Map<number, number>();
  for (const slot of text.closest) addVector(sum, vectorOfSlot(weighed, slot));
  const near = similaritiesTo(weighed, { terms: [...sum.keys()], weights: [...sum.values()] });
  // A paper is no witness for itself.
  for (const slot of text.closest) near[slot] = (near[slot] as number) - 1;
  const { room, slots } = closest;
  for (let slot = 0; slot < near.length; slot++) {
    const own = alike[slot] as number;
    const isVersion = own >= duplicateFrom || (text.title !== 0 && text.title === index.titles[slot]);
    const isSibling = text.repository !== 0 && text.repository === weighed.repository[slot];
    let witnesses = near[slot] as number;
    for (let position = slot * room; position < (slot + 1) * room; position++) {
      const other = slots[position] as number;
      if (other === nobody) break;
      witnesses += alike[other] as number;
    }
    const both = own === 0 ? 0 : own + (feedback / closestCount) * witnesses;
    near[slot] = isVersion ? 0 : both + (isSibling ? sameRepository : 0);
  }
  if (text.slot !== undefined) near[text.slot] = 0;
  return near;
}

function textOf(weighed: WeighedIndex, lists: NearestLists, slot: number, alike: Float32Array): ComparedText {
  return {
    slot,
    alike,
    closest: listOf(lists.closest, slot),
    title: weighed.index.titles[slot] as number,
    repository: weighed.repository[slot] as number,
  };
}

const alikeToSlot = (weighed: WeighedIndex, slot: number) =>
  alikeTo(weighed, sequenceOf(weighed.sequences, slot), slot);

/** Finds anew which papers are closest to one. */
export function refreshClosest(weighed: WeighedIndex, { closest }: NearestLists, slot: number): void {
  fillList(closest, weighed.index, slot, alikeToSlot(weighed, slot));
}

/** Finds anew which papers are nearest to one. Returns whether they changed, in order or otherwise; `new` where there were none. */
export function refreshNearest(weighed: WeighedIndex, lists: NearestLists, slot: number): boolean | 'new' {
  const before = listOf(lists.nearest, slot).slice();
  const near = nearTo(weighed, lists.closest, textOf(weighed, lists, slot, alikeToSlot(weighed, slot)));
  fillList(lists.nearest, weighed.index, slot, near);
  const after = listOf(lists.nearest, slot);
  if (before.length === 0) return 'new';
  return after.length !== before.length || after.some((other, position) => other !== before[position]);
}

/**
 * Gives new papers, one at a time, their lists, and their places in the lists of all others. Every other list keeps the scores it was
 * made with, though each paper that comes makes every word a little more or less rare: those are found anew when there is time.
 */
export function* relateNew(
  weighed: WeighedIndex,
  lists: NearestLists,
  slots: readonly number[],
): Generator<void, ReadonlySet<number>> {
  const { index } = weighed;
  const changed = new Set(slots);
  const alikes: Float32Array[] = [];
  for (const slot of slots) {
    const alike = alikeToSlot(weighed, slot);
    alikes.push(alike);
    fillList(lists.closest, index, slot, alike);
    offer(lists.closest, index, slot, alike);
    yield;
  }
  for (const [position, slot] of slots.entries()) {
    const alike = alikes[position] as Float32Array;
    const near = nearTo(weighed, lists.closest, textOf(weighed, lists, slot, alike));
    fillList(lists.nearest, index, slot, near);
    for (const other of offer(lists.nearest, index, slot, near)) changed.add(other);
    yield;
  }
  return changed;
}

/** Puts a paper into the lists of those it is near enough to; the others whose lists it entered. */
function offer(lists: SlotLists, index: PaperIndex, slot: number, scores: Float32Array): number[] {
  const entered: number[] = [];
  for (let other = 0; other < scores.length; other++) {
    const score = scores[other] as number;
    if (score === 0 || !hasPlace(lists, index, other, slot, score) || listOf(lists, other).includes(slot))
      continue;
    insert(lists, index, other, slot, score);
    entered.push(other);
  }
  return entered;
}
