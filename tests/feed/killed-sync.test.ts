// The background killed at every step of a sync: whatever it waits for, from the first read of the store to the last write of the index.
import { expect, it } from 'vitest';
import { killSyncEverywhere } from './killed-sync';

it('a sync killed at any of its steps is finished after the restart: nothing twice, nothing lost, every call counted', async () => {
  const outcomes = await killSyncEverywhere();
  const killed = outcomes.filter(({ wasKilled }) => wasKilled);
  console.log(`kill points of a sync: ${killed.length} tried`);
  expect(outcomes.filter(({ problems }) => problems.length > 0)).toEqual([]);
  // Three days with four pages, two faults and an index: far fewer would mean that something is no longer counted.
  expect(killed.length).toBeGreaterThan(100);
}, 300_000);
