// The background killed at every step of an import: all of the file is on the list or none of it, and a second try completes it.
import { expect, it } from 'vitest';
import { importedPapers, killImportEverywhere } from './killed-import';

it('an import killed at any of its steps has added all or nothing, and done again adds nothing twice', async () => {
  const { steps, entries, outcomes } = await killImportEverywhere();
  console.log(`kill points of an import: ${steps} tried`);
  expect(steps).toBeGreaterThan(5);
  expect(entries).toHaveLength(importedPapers.length);
  const all = importedPapers.length;
  for (const { step, left, again, entries: found } of outcomes) {
    expect([1, all], `left after a kill at step ${step}`).toContain(left);
    expect(again.added, `added after a kill at step ${step}`).toBe(all - left);
    expect(found, `after a kill at step ${step}`).toEqual(entries);
  }
  expect(outcomes.map(({ left }) => left)).toContain(1);
  expect(outcomes.map(({ left }) => left)).toContain(all);
});
