// Saving a paper by message, until the background has acknowledged it, against storing the same entry from here. Runs in a page of the
// extension.
import { Dexie } from 'dexie';
import { newEntry } from '../../../lib/papers/entry-changes';
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { StoredPaper } from '../../../lib/papers/paper';
import { openDatabase } from '../../../lib/store/database';
import { interleave, timed } from '../interleave.mjs';
import { generateEntries } from './generated-entries';
import { generatePapers } from './generated-papers';

/** With the indexes of the real list, and as long as that. */
const bare = new Dexie('papergloss-bench-put');
bare.version(1).stores({ entries: 'id, addedAt, writtenAt' });

let unsaved: StoredPaper[] = [];

/** Caches `papers` papers, of which those in front are on the list. Returns how many are on it. */
export async function prepare(papers: number, listed: number): Promise<number> {
  const db = openDatabase();
  const now = Date.now();
  const generated = generatePapers(papers, feedDayOf(now) ?? '', now);
  const entries = generateEntries(listed, now).map((entry) => ({ ...entry, writtenAt: now }));
  await Promise.all([db.papers.clear(), db.readingEntries.clear(), db.removedEntries.clear()]);
  for (let start = 0; start < papers; start += 1_000)
    await db.papers.bulkPut(generated.slice(start, start + 1_000));
  await db.readingEntries.bulkPut(entries);
  await bare.table('entries').bulkPut(entries);
  const listedIds = new Set(entries.map(({ id }) => id));
  unsaved = generated.filter(({ id }) => !listedIds.has(id));
  const stored = await db.readingEntries.count();
  db.close();
  return stored;
}

function nextUnsaved(): StoredPaper {
  const paper = unsaved.pop();
  if (!paper) throw new Error('Every paper has been saved');
  return paper;
}

async function send(message: object) {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** What the last act left to do is not to be counted here: the mirror is written after the answer. */
const comeToRest = () => new Promise((resolve) => setTimeout(resolve, 60));

async function save(): Promise<number> {
  const { id } = nextUnsaved();
  await comeToRest();
  let reply: { ok: boolean; value: { id: string }[] } | undefined;
  const ms = await timed(async () => {
    reply = await send({ type: 'reading-list/save', request: { ids: [id] } });
  });
  if (!reply?.ok || reply.value[0]?.id !== id) throw new Error(`${id} was not saved`);
  return ms;
}

async function put(): Promise<number> {
  const paper = nextUnsaved();
  const now = Date.now();
  const whenSaved = { at: now, cached: true, upvotes: paper.upvotes, hasCode: true, hasSummary: true };
  const entry = { ...newEntry(paper, { now, device: 'mine' }, whenSaved), writtenAt: now };
  await comeToRest();
  return timed(() => bare.table('entries').put(entry));
}

/** A message nobody knows is refused before anything is read. */
async function ask(): Promise<number> {
  await comeToRest();
  return timed(() => send({ type: 'no such message', request: {} }));
}

/** ms for each round: the save, the bare `put`, and a message there and back. */
export const compare = (rounds: number) => interleave({ save, put, message: ask }, { rounds, warmUp: 5 });

export const remove = () => bare.delete();
