// A sync killed at each of its steps in turn, started again and finished: what is then stored, what was asked twice, what the budget
// knows. For the unit test and the bench; asserts nothing itself.
import 'fake-indexeddb/auto';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { startBackground, type World } from './mortal-background';

export interface KilledSync {
  step: number;
  /** False where it had ended before. */
  wasKilled: boolean;
  /** In words, what did not hold; [] where all did. */
  problems: string[];
}

const noon = Date.parse('2026-06-12T12:00:00Z');
const hour = 3_600_000;
const horizonDays = 2;

const itemOf = (id: string, upvotes: number, day: string) => ({
  paper: {
    id,
    title: `A study of subject ${id.slice(-2)} and its neighbours`,
    summary: `We measure subject ${id.slice(-2)} with instruments of kind ${upvotes % 3}, and compare.`,
    authors: [{ name: 'Ada Lindqvist' }],
    publishedAt: `${day}T00:00:00.000Z`,
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
    upvotes,
  },
});

/** As the feed has them now; the first page of Friday names a second, with a paper that calls Tuesday its day. */
const pages: Record<string, object[][]> = {
  '2026-06-12': [
    [itemOf('2606.00012', 3, '2026-06-12'), itemOf('2606.00013', 9, '2026-06-12')],
    [itemOf('2606.00009', 2, '2026-06-09')],
  ],
  '2026-06-11': [[itemOf('2606.00011', 4, '2026-06-11')]],
  '2026-06-10': [[itemOf('2606.00010', 1, '2026-06-10'), { paper: { title: 'without an id' } }]],
};

const starterFeed = {
  format: 'papergloss-starter-feed',
  version: 1,
  papers: [
    {
      id: '2605.00001',
      title: 'A study that ships',
      authors: [],
      summary: 'It is known before.',
      keywords: [],
    },
  ],
};

/** What is killed: the sync of a day, or all that an installation does. */
export type Work = 'sync' | 'install';

interface Asked {
  day: string;
  /** This day had been stored since the beginning when it was asked for. */
  wasStored: boolean;
}

/** The feed of `pages`; an error and a short refusal come before Thursday's and Wednesday's first answers. */
function feedWith(control: PaperglossDatabase, asked: Asked[]): World['fetch'] {
  const troubles = new Map([
    ['2026-06-11', () => new Response('{}', { status: 500 })],
    ['2026-06-10', () => new Response('{}', { status: 429, headers: { 'retry-after': '3' } })],
  ]);
  return async (address) => {
    const { searchParams } = new URL(address);
    const day = searchParams.get('date') ?? '';
    const page = Number(searchParams.get('p'));
    const stored = await control.feedDays.get(day);
    asked.push({ day, wasStored: (stored?.fetchedAt ?? 0) >= noon });
    const trouble = troubles.get(day);
    troubles.delete(day);
    if (trouble) return trouble();
    const next = pages[day]?.[page + 1] ? { link: `<${address}&next>; rel="next"` } : undefined;
    return Response.json(pages[day]?.[page] ?? [], next && { headers: next });
  };
}

/** Everything that is stored, without when it was. */
async function contents(db: PaperglossDatabase): Promise<string> {
  const withoutTime = <T extends { fetchedAt: number }>({ fetchedAt: _, ...row }: T) => row;
  return JSON.stringify({
    papers: (await db.papers.toArray()).map(withoutTime),
    days: (await db.feedDays.toArray()).map(withoutTime),
    neighbours: await db.neighbours.toArray(),
    queued: await db.indexQueue.count(),
    momentum: (await db.momentum.toArray()).map(({ day }) => day),
  });
}

let worlds = 0;

/** The rows of all tables after a sync the day before, when Thursday had a paper that is gone by now. */
async function rowsOfYesterday(): Promise<Map<string, unknown[]>> {
  const databaseName = `killed-sync-${worlds++}`;
  const background = await startBackground({
    databaseName,
    clock: { time: noon - 26 * hour },
    alarms: new Set(),
    horizonDays: 0,
    fetch: async () => Response.json([itemOf('2606.00099', 7, '2026-06-11')]),
  });
  await background.sync();
  await background.settled();
  background.close();
  const db = openDatabase(databaseName);
  await db.open();
  const rows = new Map<string, unknown[]>();
  for (const table of db.tables) rows.set(table.name, await table.toArray());
  db.close();
  return rows;
}

async function newWorld(yesterday: Map<string, unknown[]>) {
  const databaseName = `killed-sync-${worlds++}`;
  const control = openDatabase(databaseName);
  await control.open();
  for (const [name, rows] of yesterday) await control.table(name).bulkPut(rows);
  const asked: Asked[] = [];
  const world: World = {
    databaseName,
    clock: { time: noon },
    alarms: new Set(),
    horizonDays,
    starterFeed,
    fetch: feedWith(control, asked),
  };
  return { world, control, asked };
}

/** Paper ids that a day names and the cache does not have. */
async function halfStored(db: PaperglossDatabase): Promise<string[]> {
  const ids = (await db.feedDays.toArray()).flatMap(({ paperIds }) => paperIds);
  const papers = await db.papers.bulkGet(ids);
  return ids.filter((_, position) => !papers[position]);
}

async function countedCalls(db: PaperglossDatabase): Promise<number> {
  const times = ((await db.state.get('calls'))?.value ?? []) as number[];
  return times.filter((time) => time >= noon).length;
}

/** Work nobody disturbs: what it stores, and how much it asks. */
async function undisturbed(work: Work) {
  const yesterday = work === 'sync' ? await rowsOfYesterday() : new Map<string, unknown[]>();
  const { world, control, asked } = await newWorld(yesterday);
  const background = await startBackground(world);
  await background[work]();
  await background.settled();
  background.close();
  const stored = await contents(control);
  control.close();
  return { work, yesterday, stored, requests: asked.length };
}

/** Requests that a kill may cost: both pages of the day under way, and the day that is read ahead. */
const mostRepeated = 3;

async function killAt(step: number, expected: Awaited<ReturnType<typeof undisturbed>>): Promise<KilledSync> {
  const { world, control, asked } = await newWorld(expected.yesterday);
  const problems: string[] = [];
  const doomed = await startBackground(world, step);
  const ended = doomed[expected.work]().then(() => doomed.settled());
  // Of a dead background nobody hears; what a living one rejects with is a failure of the test.
  const heard = ended.catch((error) => (doomed.life.isDead ? undefined : Promise.reject(error)));
  await Promise.race([heard, doomed.life.killed]);
  const wasKilled = doomed.life.isDead;
  doomed.close();

  const counted = await countedCalls(control);
  if (counted < asked.length) problems.push(`${asked.length} calls were made, ${counted} are counted`);
  const missing = await halfStored(control);
  if (missing.length > 0) problems.push(`a day names papers that are not there: ${missing}`);

  const next = await startBackground(world);
  await next.resume();
  if (asked.length === 0) problems.push('nobody has asked the feed');
  // Somebody opens the popup: what the regular run has left for later is due now.
  await next.sync();
  await next.settled();
  next.close();

  const twice = asked.filter(({ wasStored }) => wasStored);
  if (twice.length > 0) problems.push(`asked again for ${twice.map(({ day }) => day)}, which was stored`);
  const repeated = asked.length - expected.requests;
  if (repeated > mostRepeated) problems.push(`${repeated} requests more than undisturbed`);
  if ((await contents(control)) !== expected.stored) problems.push('what is stored differs');
  const state = (await control.state.get('sync'))?.value as { running?: unknown } | undefined;
  if (state?.running) problems.push('it still counts as running');
  if (world.alarms.has('feed-sync-resume')) problems.push('the net was not taken in');
  control.close();
  return { step, wasKilled, problems };
}

/** Kills the work at each of its steps, those of the index among them, one after the other; the last one lives, unless `last` comes first. */
export async function killEverywhere(
  work: Work,
  { last = Number.POSITIVE_INFINITY } = {},
): Promise<KilledSync[]> {
  const expected = await undisturbed(work);
  const outcomes: KilledSync[] = [];
  // How often the index gives way depends on how busy the machine is: the last step is the last before which a run could be killed.
  for (let step = 1; step <= last; step++) {
    const outcome = await killAt(step, expected);
    outcomes.push(outcome);
    if (!outcome.wasKilled) return outcomes;
  }
  return outcomes;
}
