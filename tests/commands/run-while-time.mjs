// @ts-check
// The end-to-end suite in both browsers, batch after batch as long as there is time for one: nothing is cut off half way, and what is left
// over counts as skipped, by name. The order is that of what would be missed most.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ project: string, files: string[], needs: number }} Batch `needs`: how long it takes on two cores, ms */

/** Machines are not always what they were. */
const margin = 1.3;

/** In Chromium: many pages, much load, and what takes minutes, in the order they are run. `needs` as that of a batch. */
const long = [
  { names: ['accessibility'], needs: 70_000 },
  { names: ['privacy-tour', 'faults-load', 'related', 'hostile-corpus'], needs: 150_000 },
  { names: ['faults-feed', 'index-upkeep', 'starter', 'real-feed'], needs: 120_000 },
].map(({ names, needs }) => ({ files: names.map((name) => `${name}.test.ts`), needs }));

/** In Firefox: what the browser has the most part in. */
const firefoxFirst = ['firefox-reading-list', 'lifecycle-firefox', 'smoke', 'arxiv'].map(
  (name) => `${name}.test.ts`,
);

/** Files of one of the batches that come last. */
const batchSize = 6;

/**
 * @param {readonly string[]} names of the files of `tests/e2e`
 * @returns {Batch[]} every test of both browsers once, the first of them without question
 */
export function planBatches(names) {
  const files = names.filter((name) => name.endsWith('.test.ts')).sort();
  /** @param {readonly string[]} wanted */
  const known = (wanted) => wanted.filter((file) => files.includes(file));
  const longFiles = long.flatMap((batch) => batch.files);
  const inFirefox = files.filter((file) => !firefoxFirst.includes(file));
  const later = Array.from({ length: Math.ceil(inFirefox.length / batchSize) }, (_, at) => ({
    project: 'e2e-firefox',
    files: inFirefox.slice(at * batchSize, (at + 1) * batchSize),
    needs: 400_000,
  }));
  return [
    { project: 'e2e', files: files.filter((file) => !longFiles.includes(file)), needs: 0 },
    { project: 'e2e-firefox', files: known(firefoxFirst), needs: 90_000 },
    ...long.map((batch) => ({ project: 'e2e', files: known(batch.files), needs: batch.needs })),
    ...later,
  ];
}

/**
 * @param {readonly Batch[]} batches
 * @param {object} options
 * @param {(batch: Batch, report: string) => Promise<Counts>} options.run
 * @param {() => number} options.timeLeft ms
 * @returns {Promise<Counts>} each file that was not run counts as one that is skipped
 */
export async function runWhileTime(batches, { run, timeLeft }) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [turn, batch] of batches.entries()) {
    const { project, files, needs } = batch;
    if (timeLeft() <= needs * margin) {
      console.log(`No time is left for ${project}: ${files.join(', ')}`);
      total.skipped += files.length;
      continue;
    }
    const { passed, failed, skipped } = await run(batch, `e2e-${turn}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
