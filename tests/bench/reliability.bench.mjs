// @ts-check
// What Papergloss bears: a hostile feed, being killed, wrong messages, a crowd of look-ups; and how little it asks. Prints figures that
// are no ratios. `npm run bench -- --reliability` runs it, alone; what goes wrong here fails in the tests.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { printTable } from './print-table.mjs';
import { showHostileFeed } from './reliability/hostile-feed.mjs';
import { holdLookUps } from './reliability/many-look-ups.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inNode = fileURLToPath(new URL('reliability/in-node.ts', import.meta.url));

const fuzzing = 5_000;
const megabyte = 1_000_000;

/** @param {{ tried: number, survived: number }} figures */
const ofTried = ({ tried, survived }) => `${survived} of ${tried}`;

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  /** @type {{ module: typeof import('./reliability/in-node') }} */
  const { module } = await runnerImport(inNode, { root, logLevel: 'warn' });
  const kills = await module.killPoints();
  const fuzz = await module.fuzzMessages(fuzzing);
  const requests = await module.requestsOfDay();
  const payloads = await showHostileFeed(context);
  const lookUps = await holdLookUps(context);
  const rate = Math.round(lookUps.answered / (lookUps.took / 1000));
  printTable([
    ['what', 'figure', ''],
    ['payloads tried and survived', ofTried(payloads), 'fetched, stored, and shown in the popup'],
    ['kill points tried and survived', ofTried(kills), 'steps of a sync and of an import'],
    [
      'fuzz cases a second',
      `${Math.round(fuzz.perSecond)}`,
      `${ofTried(fuzz)} messages answered as they should be`,
    ],
    ['look-ups held', `${lookUps.answered} of ${lookUps.asked}`, `${rate} a second`],
    [
      'peak memory of the background',
      `${(lookUps.most / megabyte).toFixed(1)} MB`,
      `${(lookUps.before / megabyte).toFixed(1)} MB before the look-ups`,
    ],
    [
      'requests sent per simulated day',
      requests.toFixed(1),
      'by the alarm alone, of a browser that is never closed, over two weeks',
    ],
  ]);
  return [];
};
