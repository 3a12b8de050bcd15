// The one way to change the reading list: the store writes first, then the mirror and whoever follows are told. An answer waits for the
// store alone, which is what makes a save last; a mirror left behind is completed when the browser starts.
import { reporting } from '../diagnosis/report';
import type { ImportedPaper } from '../formats/imported-paper';
import { newDevice } from '../papers/hybrid-time';
import { isKept } from '../papers/merge-entries';
import type { Act, PaperFacts, ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import {
  type AskedChange,
  changeEntries,
  describeEntries,
  importPapers,
  mergeIntoList,
  removeEntries,
  restoreEntries,
  savePapers,
} from './reading-list';
import { type MirrorArea, mirrorEntries, unmirrorEntries } from './reading-list-mirror';
import { readState, writeState } from './state';
import { guarded } from './store-error';

/** How many entries were new to the list, and how many were there and have changed. */
export interface ListGain {
  added: number;
  merged: number;
}

/** All of it rejects with StoreError, and then nothing has changed. */
export interface ReadingListKeeper {
  /** The entries of these papers, those that were there already among them. `cachedOnly`: rejects where one is not in the cache. */
  save(ids: readonly string[], cachedOnly?: boolean): Promise<ReadingEntry[]>;
  change(changes: readonly AskedChange[]): Promise<ReadingEntry[]>;
  /** What was removed, so that it can be put back whole. */
  remove(ids: readonly string[]): Promise<ReadingEntry[]>;
  restore(entries: readonly ReadingEntry[]): Promise<ReadingEntry[]>;
  /** What other machines tell. */
  merge(entries: readonly ReadingEntry[]): Promise<ListGain>;
  /** Entries of a file the reader chose: what stands in it comes back, even where it was removed since. */
  mergeFile(entries: readonly ReadingEntry[]): Promise<ListGain>;
  importPapers(papers: readonly ImportedPaper[]): Promise<ListGain>;
  describe(papers: readonly PaperFacts[]): Promise<void>;
}

export interface KeeperDeps {
  db: PaperglossDatabase;
  mirror: MirrorArea;
  now(): number;
  /** Told of every change, when it is stored and whoever made it has been answered. `from`: whose change it was. */
  onChange?(changed: readonly ReadingEntry[], from: 'reader' | 'merge'): void;
  /** The list is safe, but its mirror could not be written. */
  onMirrorFailure?(error: unknown): void;
}

const deviceKey = 'device';

/** Read once: as long as a worker lives, nobody else names this machine. */
async function readDevice(db: PaperglossDatabase): Promise<string> {
  const known = await readState<string | undefined>(db, deviceKey, undefined);
  if (known) return known;
  const device = newDevice();
  await writeState(db, deviceKey, device);
  return device;
}

export function createReadingListKeeper(deps: KeeperDeps): ReadingListKeeper {
  const { db, mirror, now, onChange, onMirrorFailure = reporting('reading-list') } = deps;
  let device: Promise<string> | undefined;
  let mirrored: Promise<unknown> = Promise.resolve();

  async function act(): Promise<Act> {
    device ??= readDevice(db);
    try {
      return { now: now(), device: await device };
    } catch (error) {
      device = undefined;
      throw error;
    }
  }

  /** After the answer, which calls to the browser would hold up. */
  function tell(changed: readonly ReadingEntry[], from: 'reader' | 'merge' = 'reader'): void {
    if (changed.length > 0) setTimeout(() => spread(changed, from), 0);
  }

  /** One after the other, so that an older state of an entry never comes last. */
  function spread(changed: readonly ReadingEntry[], from: 'reader' | 'merge'): void {
    const kept = changed.filter(isKept);
    const gone = changed.filter((entry) => !isKept(entry)).map(({ id }) => id);
    mirrored = mirrored
      .then(() => Promise.all([mirrorEntries(mirror, kept), unmirrorEntries(mirror, gone)]))
      .catch(onMirrorFailure);
    onChange?.(changed, from);
  }

  function gainOf(changed: ReadingEntry[], knownBefore: ReadonlySet<string>): ListGain {
    const kept = changed.filter(isKept);
    const merged = kept.filter(({ id }) => knownBefore.has(id)).length;
    return { added: kept.length - merged, merged };
  }

  async function onList(ids: string[]): Promise<Set<string>> {
    const found = await guarded(() => db.readingEntries.bulkGet(ids));
    return new Set(found.flatMap((entry) => entry?.id ?? []));
  }

  async function mergeAll(entries: readonly ReadingEntry[], from: 'reader' | 'merge'): Promise<ListGain> {
    const before = await onList(entries.map(({ id }) => id));
    const changed = await mergeIntoList(db, entries, await act(), from === 'reader');
    tell(changed, from);
    return gainOf(changed, before);
  }

  return {
    async save(ids, cachedOnly) {
      const { entries, changed } = await savePapers(db, ids, await act(), cachedOnly);
      tell(changed);
      return entries;
    },
    async change(changes) {
      const changed = await changeEntries(db, changes, await act());
      tell(changed);
      return changed;
    },
    async remove(ids) {
      const changed = await removeEntries(db, ids, now());
      tell(changed);
      return changed;
    },
    async restore(entries) {
      const restored = await restoreEntries(db, entries, await act());
      tell(restored);
      return restored;
    },
    merge: (entries) => mergeAll(entries, 'merge'),
    mergeFile: (entries) => mergeAll(entries, 'reader'),
    async importPapers(papers) {
      const before = await onList(papers.map(({ id }) => id));
      const changed = await importPapers(db, papers, await act());
      tell(changed);
      return gainOf(changed, before);
    },
    async describe(papers) {
      tell(await describeEntries(db, papers, await act()), 'merge');
    },
  };
}
