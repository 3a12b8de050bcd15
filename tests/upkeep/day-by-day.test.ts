// Lists kept up day by day against those of one build. What the loss is until the next refresh, in numbers: `npm run bench`.
import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArrivedDay } from '../../lib/feed/day-reader';
import { parseFeedItems } from '../../lib/feed/feed-schema';
import { storeFeedDay } from '../../lib/store/feed-days';
import { day as dayLength, newDatabase, now } from '../store/stored-papers';
import { startIndexer } from './indexing';
import { arrived, inventPapers, spreadOverDays } from './invented-papers';
import { differenceOf, type ListDrift, measureDrift, readLists } from './list-drift';

const realDays = new URL('../../../shared/feed/days/', import.meta.url);
const longEnough = 300_000;

function readRealDays(count: number): ArrivedDay[] {
  const files = readdirSync(realDays).filter((name) => name.endsWith('.json'));
  return files
    .toSorted()
    .slice(0, count)
    .map((name) => {
      const json: unknown = JSON.parse(readFileSync(new URL(name, realDays), 'utf8'));
      return arrived(name.replace('.json', ''), parseFeedItems(json).papers);
    });
}

const shareOf = ({ papers, of }: ListDrift['ofLastDay']) => papers / of.papers;

it('90 days fed one by one, brought up to date after each, end with the lists of one build', async () => {
  const days = spreadOverDays(inventPapers(270), 90);
  const db = newDatabase();
  let time = now;
  const indexer = startIndexer(db, { now: () => time });
  for (const day of days) {
    await storeFeedDay(db, day);
    await indexer.bringUpToDate();
  }
  time += dayLength;
  await indexer.bringUpToDate();

  const atOnce = newDatabase();
  for (const day of days) await storeFeedDay(atOnce, day);
  await startIndexer(atOnce).bringUpToDate();
  expect(await readLists(db)).toEqual(await readLists(atOnce));
}, 60_000);

describe('lists that differ', () => {
  const list = new Map([['a', ['b', 'c']]]);

  it('are counted, and what is missing in them', () => {
    const of = { lists: 1, papers: 2, shown: 2 };
    expect(differenceOf(list, list)).toEqual({ lists: 0, papers: 0, shown: 0, of });
    expect(differenceOf(new Map([['a', ['c', 'b']]]), list)).toEqual({ lists: 1, papers: 0, shown: 0, of });
    expect(differenceOf(new Map([['a', ['b', 'd']]]), list)).toEqual({ lists: 1, papers: 1, shown: 1, of });
    expect(differenceOf(new Map(), list)).toEqual({ lists: 1, papers: 2, shown: 2, of });
  });
});

/** Bounds are twice what was measured: they catch what goes wrong, not what shifts a little. */
function hasBoundedDrift(days: () => ArrivedDay[], bounds: { ofLastDay: number; withoutRefresh: number }) {
  let drift: ListDrift;
  beforeAll(async () => {
    drift = await measureDrift(days(), newDatabase);
  }, longEnough);

  it('lose little to a day that has just come', () => {
    expect(drift.ofLastDay.of.lists).toBeGreaterThan(200);
    expect(shareOf(drift.ofLastDay)).toBeLessThan(bounds.ofLastDay);
  });

  it('do not fall apart where the refresh never comes', () => {
    expect(shareOf(drift.withoutRefresh)).toBeLessThan(bounds.withoutRefresh);
  });

  it('are those of one build, in the same order, once it has come', () => {
    expect(drift.afterRefresh).toMatchObject({ lists: 0, papers: 0 });
  });
}

describe('lists of 90 invented days', () => {
  hasBoundedDrift(() => spreadOverDays(inventPapers(270), 90), { ofLastDay: 0.1, withoutRefresh: 0.4 });
});

describe.skipIf(!existsSync(realDays))('lists of the first 30 real days (needs ../shared/feed)', () => {
  hasBoundedDrift(() => readRealDays(30), { ofLastDay: 0.12, withoutRefresh: 0.35 });
});
