// The background killed at every step of a sync: whatever it waits for, from the first read of the store to the last write of the index.
import { expect, it } from 'vitest';
import { killEverywhere } from './killed-sync';

it('a sync killed at any of its steps is finished after the restart: nothing twice, nothing lost, every call counted', async () => {
  const outcomes = await killEverywhere('sync');
  const killed = outcomes.filter(({ wasKilled }) => wasKilled);
  console.log(`kill points of a sync: ${killed.length} tried`);
  expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
  // Three days with four pages, two faults and an index: far fewer would mean that something is no longer counted.
  expect(killed.length).toBeGreaterThan(100);
}, 300_000);

it('an installation killed before it came to its first day is finished by whoever starts next', async () => {
  const outcomes = await killEverywhere('install', { last: 40 });
  expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(outcomes.filter(({ wasKilled }) => wasKilled).length).toBe(40);
}, 300_000);
