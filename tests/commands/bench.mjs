// @ts-check
// `npm run bench`: prints the sizes, then measures, one benchmark after another, and prints ratios against a floor measured in the
// same run. It asserts nothing: figures of a shared machine are for reading.
//
// A benchmark is a file tests/bench/*.bench.mjs whose default export is a function that is given a context and returns rows.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './dependencies.mjs';

/**
 * @typedef {object} BenchRow
 * @property {string} name what was measured
 * @property {number} measured
 * @property {number} floor the same work at its barest, in the same run
 * @property {string} unit of both, e.g. `ms`
 * @property {number} [goal] the ratio that should not be exceeded; absent for information
 *
 * @typedef {object} BenchContext
 * @property {string} executablePath of Chromium
 * @property {string} extension folder of the Chrome build
 * @property {string[]} args what followed `npm run bench --`
 */

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { checkSizes } = await import('./size.mjs');
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
function cells({ name, measured, floor, unit, goal }) {
  const ratio = measured / floor;
  const verdict = goal === undefined ? '' : ratio <= goal ? 'kept' : 'missed';
  return [
    name,
    `${short(measured)} ${unit}`,
    `${short(floor)} ${unit}`,
    `${ratio.toFixed(2)}×`,
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

console.log('== sizes');
checkSizes(extension);
const table = [['what', 'measured', 'floor', 'ratio', 'goal', '']];
let failed = 0;
for (const file of files) {
  console.log(`== ${file}`);
  try {
    const { default: bench } = await import(pathToFileURL(join(folder, file)).href);
    /** @type {BenchRow[]} */
    const rows = await bench({ executablePath, extension, args });
    table.push(...rows.map(cells));
  } catch (error) {
    failed += 1;
    console.error(`${file} could not measure:`, error);
  }
}
console.log('');
print(table);
process.exitCode = failed > 0 ? 1 : 0;
