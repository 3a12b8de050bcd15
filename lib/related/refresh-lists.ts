// Makes the lists of all papers anew, as one build over everything makes them: each paper that came has made every word a little more or
// less rare. In slices, with what is done written down.
import type { PaperglossDatabase } from '../store/database';
import { type IndexState, type RefreshPlace, saveIndex } from '../store/index-store';
import type { HeldIndex, UpkeepDeps } from './index-upkeep';
import { refreshClosest, refreshNearest } from './nearest';
import { neighbourRecords } from './neighbour-records';
import type { PaperIndex } from './paper-index';
import { weighIndex } from './similarity';

/** So much of the papers (1 of so many) must have changed for all lists to be made anew, … */
const refreshShare = 50;

/** … or so much time must have passed (ms) since that was done. */
const refreshAge = 20 * 3_600_000;

/** How much work on the lists may be lost when the background is killed, ms. */
const refreshStep = 3_000;

/** Whether the lists should be made anew: enough papers have changed, or long enough ago, or that is under way. */
export function isRefreshDue({ changed, papers, refreshedAt, refresh }: IndexState, now: number): boolean {
  if (refresh) return true;
  return changed > 0 && (changed * refreshShare >= papers || Math.abs(now - refreshedAt) >= refreshAge);
}

/** Neighbours of papers the index does not have were left by one that is no more. */
async function dropStrangers(db: PaperglossDatabase, { ids }: PaperIndex): Promise<void> {
  const known = new Set(ids);
  const stored = await db.neighbours.toCollection().primaryKeys();
  const strangers = stored.filter((id) => !known.has(id));
  if (strangers.length > 0) await db.neighbours.bulkDelete(strangers);
}

/**
 * Makes all lists anew, as one build over all papers makes them, going on where the last time ended. Stops early, with what is done
 * written down, when papers are queued. Rejects with IndexMoved, and with StoreError.
 */
export async function refreshLists(
  deps: UpkeepDeps,
  opened: HeldIndex,
  state: IndexState,
): Promise<HeldIndex> {
  const { db, breathe, now } = deps;
  const { index, sequences, lists } = opened;
  const weighed = weighIndex(index, sequences);
  let held = opened;
  let place: RefreshPlace | undefined = state.refresh ?? { list: 'closest', slot: 0 };
  while (place) {
    const started = now();
    const changed: number[] = [];
    /** Of these nothing that is stored can be relied on: they may come from an index that is no more. */
    const anew = new Set<number>();
    let { list, slot }: RefreshPlace = place;
    for (; slot < index.ids.length && Math.abs(now() - started) < refreshStep; slot++) {
      if (list === 'closest') refreshClosest(weighed, lists, slot);
      else {
        const change = refreshNearest(weighed, lists, slot);
        if (change) changed.push(slot);
        if (change === 'new') anew.add(slot);
      }
      await breathe();
    }
    if (slot < index.ids.length) place = { list, slot };
    else place = list === 'closest' ? { list: 'nearest', slot: 0 } : undefined;
    const papers = index.ids.length;
    const revision = await saveIndex(db, held.revision, {
      parts: { lists },
      neighbours: await neighbourRecords(db, weighed, lists, changed, anew, breathe),
      state: place
        ? { papers, changed: state.changed, refreshedAt: state.refreshedAt, refresh: place }
        : { papers, changed: 0, refreshedAt: now() },
    });
    held = { ...held, revision };
    deps.onChange(held);
    if (!place) await dropStrangers(db, index);
    if ((await db.indexQueue.count()) > 0) break;
  }
  return held;
}
