// @ts-check
// `npm run bench`: measures, one benchmark after another, and prints ratios against a floor measured in the same run. It asserts
// nothing: figures of a shared machine are for reading. `npm run bench -- sync popup` runs those whose names hold one of the words;
// `npm run bench -- --quality` measures how good related papers are, `-- --reliability` what Papergloss bears: no matter of speed, minutes
// long, and left out unless named.
//
// A benchmark is a file tests/bench/*.bench.mjs; what it is given and returns is in tests/bench/bench-row.d.ts.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './dependencies.mjs';

/** @typedef {import('../bench/bench-row').BenchRow} BenchRow */
/** @typedef {import('../bench/bench-row').BenchContext} BenchContext */

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { quantile } = await import('../bench/interleave.mjs');
const { printTable } = await import('../bench/print-table.mjs');
const { runTool } = await import('./tools.mjs');

const folder = join(root, 'tests/bench');
const extension = join(root, '.output/chrome-mv3');
const args = process.argv.slice(2);
const wanted = args
  .map((arg) => arg.replace(/^--(?=quality$|reliability$)/, ''))
  .filter((arg) => !arg.startsWith('-'));
/** @param {string} file */
const isOfQuality = (file) => file === 'quality.bench.mjs';
/** @param {string} file */
const isOfSpeed = (file) => !isOfQuality(file) && file !== 'reliability.bench.mjs';
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.mjs'))
  .filter((file) => (wanted.length === 0 ? isOfSpeed(file) : wanted.some((part) => file.includes(part))));

/** @param {number} value */
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** @param {BenchRow} row @returns {string[]} */
function cells({ name, measured, floor, unit, goal, ratios }) {
  const ratio = measured / floor;
  const spread = ratios && [0.25, 0.75].map((share) => quantile(ratios, share).toFixed(2)).join('–');
  const verdict = goal === undefined ? '' : ratio <= goal ? 'kept' : 'missed';
  return [
    name,
    `${short(measured)} ${unit}`,
    `${short(floor)} ${unit}`,
    `${ratio.toFixed(2)}×`,
    spread ?? '',
    goal === undefined ? 'information' : `${goal}×`,
    verdict,
  ];
}

/** @returns {Promise<BenchContext>} after building the extension; ends the run where that fails */
async function prepare() {
  const executablePath = await ensureChromium();
  const built = await runTool(['wxt', 'wxt'], ['build'], { timeout: 240_000 });
  if (!built.ok) process.exit(1);
  return { executablePath, extension };
}

const context = files.every(isOfQuality) ? undefined : await prepare();

const table = [['what', 'measured', 'floor', 'ratio', 'middle half', 'goal', '']];
let failed = 0;
for (const file of files) {
  console.log(`== ${file}`);
  try {
    const { default: bench } = await import(pathToFileURL(join(folder, file)).href);
    const rows = await bench(context);
    if ('skipped' in rows) console.log(`skipped: ${rows.skipped}`);
    else table.push(...rows.map(cells));
  } catch (error) {
    failed += 1;
    console.error(`${file} could not measure:`, error);
  }
}
if (table.length > 1) {
  console.log('');
  printTable(table);
}
process.exitCode = failed > 0 ? 1 : 0;
