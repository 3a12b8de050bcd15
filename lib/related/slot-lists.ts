// For each slot a short list of others with a score, best first: flat arrays, stored as they are.
import type { PaperIndex } from './paper-index';

export interface SlotLists {
  /** The most a list holds. */
  room: number;
  /** `room` for each slot; `nobody` after the last. */
  slots: Uint32Array;
  scores: Float32Array;
}

export const nobody = 0xffffffff;

export function emptyLists(room: number, count: number): SlotLists {
  return { room, slots: new Uint32Array(room * count).fill(nobody), scores: new Float32Array(room * count) };
}

/** The others in a slot's list, best first. */
export function listOf({ room, slots }: SlotLists, slot: number): Uint32Array {
  const list = slots.subarray(slot * room, (slot + 1) * room);
  const end = list.indexOf(nobody);
  return end < 0 ? list : list.subarray(0, end);
}

export function clearList({ room, slots, scores }: SlotLists, slot: number): void {
  slots.fill(nobody, slot * room, (slot + 1) * room);
  scores.fill(0, slot * room, (slot + 1) * room);
}

/** Among equals the newest paper comes first; of one day, the one with the higher identifier. */
export function comesBefore({ days, ids }: PaperIndex, slot: number, other: number): boolean {
  const newer = (days[slot] as number) - (days[other] as number);
  return newer > 0 || (newer === 0 && (ids[slot] as string) > (ids[other] as string));
}

/** The slots with the highest scores, best first; those with 0 are left out. */
export function bestSlots(index: PaperIndex, scores: Float32Array, limit: number): number[] {
  const found: number[] = [];
  for (let slot = 0; slot < scores.length; slot++) if ((scores[slot] as number) > 0) found.push(slot);
  const inOrder = (a: number, b: number) =>
    (scores[b] as number) - (scores[a] as number) || (comesBefore(index, a, b) ? -1 : 1);
  return found.sort(inOrder).slice(0, limit);
}

/** Whether `other` with this score has a place in the list. 0 has none. */
export function hasPlace(
  lists: SlotLists,
  index: PaperIndex,
  slot: number,
  other: number,
  score: number,
): boolean {
  const last = (slot + 1) * lists.room - 1;
  const lowest = lists.scores[last] as number;
  if (score !== lowest) return score > lowest;
  return score > 0 && comesBefore(index, other, lists.slots[last] as number);
}

/** Puts `other` where it belongs; the last one of a full list goes. Does not look whether it is there already. */
export function insert(
  lists: SlotLists,
  index: PaperIndex,
  slot: number,
  other: number,
  score: number,
): void {
  if (!hasPlace(lists, index, slot, other, score)) return;
  const { room, slots, scores } = lists;
  const first = slot * room;
  let place = first + room - 1;
  for (; place > first; place--) {
    const before = scores[place - 1] as number;
    const neighbour = slots[place - 1] as number;
    if (before > score || (before === score && neighbour !== nobody && comesBefore(index, neighbour, other)))
      break;
    slots[place] = neighbour;
    scores[place] = before;
  }
  slots[place] = other;
  scores[place] = score;
}

/**
 * The lists after papers were taken out and added: `places` says where each old slot went (`nobody` for those that are gone). Who is
 * gone leaves the lists of others, too; new slots have empty lists.
 */
export function moveLists(lists: SlotLists, places: Uint32Array, count: number): SlotLists {
  const { room } = lists;
  const moved = emptyLists(room, count);
  if (places.every((slot, old) => slot === old)) {
    moved.slots.set(lists.slots);
    moved.scores.set(lists.scores);
    return moved;
  }
  for (const [old, slot] of places.entries()) {
    if (slot === nobody) continue;
    let next = slot * room;
    for (let position = old * room; position < (old + 1) * room; position++) {
      const other = lists.slots[position] as number;
      const place = other === nobody ? nobody : (places[other] as number);
      if (place === nobody) continue;
      moved.slots[next] = place;
      moved.scores[next] = lists.scores[position] as number;
      next += 1;
    }
  }
  return moved;
}
