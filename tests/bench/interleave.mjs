// @ts-check
// Measures several ways of doing the same in turns, so that whatever else the machine is busy with meets all of them alike.
// Runs in Node and in pages.

/** @typedef {() => number | Promise<number>} Contestant does its work once and says how long that took, in ms */

/** @param {readonly number[]} values @param {number} [share] 0 to 1; default: the median @returns {number} NaN for none */
export function quantile(values, share = 0.5) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {() => unknown} work @returns {Promise<number>} ms */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Lets each contestant run once a round, another one first each time.
 * @template {string} Name
 * @param {Record<Name, Contestant>} contestants
 * @param {{ rounds: number, warmUp?: number }} options `warmUp`: rounds before these, which do not count
 * @returns {Promise<Record<Name, number[]>>} ms, one for each round
 */
export async function interleave(contestants, { rounds, warmUp = 1 }) {
  const names = /** @type {Name[]} */ (Object.keys(contestants));
  /** @type {[Name, number[]][]} */
  const rows = names.map((name) => [name, []]);
  const taken = /** @type {Record<Name, number[]>} */ (Object.fromEntries(rows));
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const ms = await contestants[name]();
      if (round >= warmUp) taken[name].push(ms);
    }
  }
  return taken;
}

/**
 * A row of the table out of what the rounds took.
 * @param {string} name
 * @param {readonly number[]} measured ms, one for each round
 * @param {readonly number[]} floor ms, one for each round
 * @param {number} [goal]
 * @returns {import('./bench-row').BenchRow}
 */
export function rowOf(name, measured, floor, goal) {
  return {
    name,
    measured: quantile(measured),
    floor: quantile(floor),
    unit: 'ms',
    goal,
    ratios: measured.map((ms, round) => ms / (floor[round] ?? Number.NaN)),
  };
}
