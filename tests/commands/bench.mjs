// @ts-check
// `npm run bench`: measures, one benchmark after another, and prints ratios against a floor measured in the same run. It asserts
// nothing: figures of a shared machine are for reading. `npm run bench -- sync popup` runs those whose names hold one of the words.
//
// A benchmark is a file tests/bench/*.bench.mjs; what it is given and returns is in tests/bench/bench-row.d.ts.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './dependencies.mjs';

/** @typedef {import('../bench/bench-row').BenchRow} BenchRow */

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { quantile } = await import('../bench/interleave.mjs');
const { runTool } = await import('./tools.mjs');

const folder = join(root, 'tests/bench');
const extension = join(root, '.output/chrome-mv3');
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('-'));
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));

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

/** @param {string[][]} table */
function print(table) {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

const executablePath = await ensureChromium();
const built = await runTool(['wxt', 'wxt'], ['build'], { timeout: 240_000 });
if (!built.ok) process.exit(1);

const table = [['what', 'measured', 'floor', 'ratio', 'middle half', 'goal', '']];
let failed = 0;
for (const file of files) {
  console.log(`== ${file}`);
  try {
    const { default: bench } = await import(pathToFileURL(join(folder, file)).href);
    const rows = await bench({ executablePath, extension });
    if ('skipped' in rows) console.log(`skipped: ${rows.skipped}`);
    else table.push(...rows.map(cells));
  } catch (error) {
    failed += 1;
    console.error(`${file} could not measure:`, error);
  }
}
console.log('');
print(table);
process.exitCode = failed > 0 ? 1 : 0;
