// @ts-check
// Sizes of the parts of the Chrome build, gzip, against their budgets.
import { measureSizes } from '../commands/size.mjs';

/** Bytes; what is put into pages on a hit gets as much as the script of every page. */
const budgetOfCards = 10_000;

/** @type {import('./bench-row').Bench} */
export default ({ extension }) =>
  measureSizes(extension).map(({ part, bytes, limit = budgetOfCards }) => ({
    name: `size, gzip: ${part}`,
    measured: bytes,
    floor: limit,
    unit: 'B',
    goal: 1,
  }));
