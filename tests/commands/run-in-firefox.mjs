// @ts-check
// The end-to-end suite once more, in Firefox: a few files at a time, as many as there is time for. What is left over counts as skipped,
// by name: nothing is cut off half way.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dependencies.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Files of one run. */
const batchSize = 6;

/** What a run is taken to need before there was one, ms. */
const firstGuess = 150_000;

/** Some runs need longer than any before. */
const margin = 1.3;

/** What the browser has the most part in. */
const first = [
  'firefox-reading-list',
  'lifecycle-firefox',
  'smoke',
  'arxiv',
  'hostile-page-attack',
  'github',
];
/** What is our own logic throughout, or takes minutes. */
const last = [
  'daily-views',
  'search',
  'related',
  'index-upkeep',
  'faults-feed',
  'starter',
  'real-feed',
  'accessibility',
  'privacy-tour',
];

/** @param {string} file */
function place(file) {
  const name = file.replace('.test.ts', '');
  return first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1;
}

/** @param {readonly string[]} files of one folder @returns {string[]} in the order they are run in */
export const inOrder = (files) =>
  [...files].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));

/**
 * @param {object} options
 * @param {(files: string[], report: string) => Promise<Counts>} options.run
 * @param {() => number} options.timeLeft ms
 * @param {readonly string[]} [options.files] default: those of `tests/e2e`
 * @param {() => number} [options.now] ms
 * @returns {Promise<Counts>}
 */
export async function runInFirefox({
  run,
  timeLeft,
  now = Date.now,
  files = readdirSync(join(root, 'tests/e2e')),
}) {
  const left = inOrder(files.filter((file) => file.endsWith('.test.ts')));
  const total = { passed: 0, failed: 0, skipped: 0 };
  let longest = firstGuess;
  for (let turn = 0; left.length > 0 && timeLeft() > longest * margin; turn++) {
    const began = now();
    const batch = left.splice(0, batchSize).map((file) => `tests/e2e/${file}`);
    const { passed, failed, skipped } = await run(batch, `firefox-${turn}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    longest = Math.max(longest, now() - began);
  }
  if (left.length > 0) console.log(`No time was left to run in Firefox: ${left.join(', ')}`);
  return { ...total, skipped: total.skipped + left.length };
}
