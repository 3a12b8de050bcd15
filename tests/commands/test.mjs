// @ts-check
// `npm test`: everything that can be checked, one step after another. The last line is `N passed, N failed, N skipped`: each step
// counts as one, and where a step runs tests each of them does. `--minutes=N`: everything together ends within that time.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';

const started = Date.now();
ensureDependencies();
const { ensureChromium, ensureFirefox } = await import('../drivers/browsers.mjs');
const { checkSizes } = await import('./size.mjs');
const { runTool } = await import('./tools.mjs');

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, run: () => Promise<Counts>, needs?: string[] }} Step `needs`: steps without which it cannot run */

const minute = 60_000;
const minutes = Number(process.argv.find((arg) => arg.startsWith('--minutes='))?.split('=')[1] ?? 60);
const deadline = started + minutes * minute;
const results = join(root, 'test-results');
const chromeBuild = join(root, '.output/chrome-mv3');
const firefoxBuild = join(root, '.output/firefox-mv3');

/** @type {string[]} */
const failures = [];

/** @param {number} wanted ms */
const withinDeadline = (wanted) => Math.max(1, Math.min(wanted, deadline - Date.now()));

/** @param {boolean} ok @returns {Counts} */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** @param {[string, string]} tool @param {string[]} args @param {number} timeout ms */
const passes = async (tool, args, timeout = 4 * minute) =>
  (await runTool(tool, args, { timeout: withinDeadline(timeout) })).ok;

/** @param {string[]} args */
const build = async (...args) => one(await passes(['wxt', 'wxt'], ['build', ...args]));

/**
 * What failed, said again at the end: a log is often kept by its last lines only.
 * @param {{ name: string, message: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[]} files
 *   of vitest's report
 */
const failuresIn = (files) =>
  files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages = [] }) => `${fullName}\n${failureMessages.join('\n').slice(0, 2_000)}`,
      );
    return [...(message ? [message.slice(0, 2_000)] : []), ...failed].map(
      (what) => `${relative(root, name)}: ${what}`,
    );
  });

/**
 * Runs projects of vitest, all in one run, and counts their tests. A runner that crashes, or a file that does not load, counts as
 * failed.
 * @param {string[]} projects @param {number} timeout ms @param {Record<string, string>} [env] added to ours
 * @returns {Promise<Counts>}
 */
async function runVitest(projects, timeout, env) {
  const report = join(results, `${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', '--config', 'tests/vitest.config.ts', ...chosen];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runTool(['vitest', 'vitest'], [...args, ...reporters], {
    timeout: withinDeadline(timeout),
    env,
  });
  try {
    const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    failures.push(...failuresIn(testResults));
    const crashed = !ok && numFailedTests === 0 ? 1 : 0;
    return {
      passed: numPassedTests,
      failed: numFailedTests + crashed,
      skipped: numTotalTests - numPassedTests - numFailedTests,
    };
  } catch {
    return one(false);
  }
}

/** For what is done after the last test, and for a second try. */
const closingTime = minute;

/** Both browsers, as far as there is time. Without a Firefox its half counts as one that is skipped. */
async function runEndToEnd() {
  const projects = firefox ? ['e2e', 'e2e-firefox'] : ['e2e'];
  const env = { TESTS_END: String(deadline - closingTime) };
  const counts = await runVitest(projects, minutes * minute, env);
  if (firefox) return counts;
  console.log('Not run in Firefox: there is none. Install it, or set FIREFOX_PATH.');
  return { ...counts, skipped: counts.skipped + 1 };
}

/** Prints what the add-on linter says; only its errors fail. @returns {Promise<Counts>} */
async function lintAddOn() {
  const { output } = await runTool(
    ['addons-linter', 'addons-linter'],
    [firefoxBuild, '--output=json', '--boring'],
    { timeout: withinDeadline(4 * minute), capture: true },
  );
  const { errors, warnings, notices } = JSON.parse(output);
  for (const { _type, code, message, file, line } of [...errors, ...warnings, ...notices]) {
    console.log(`${_type} ${code}: ${message} (${file ?? 'add-on'}${line ? `:${line}` : ''})`);
  }
  console.log(`${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
  return one(errors.length === 0);
}

/** @type {Step[]} */
const steps = [
  {
    name: 'types',
    run: async () =>
      one((await passes(['wxt', 'wxt'], ['prepare'])) && (await passes(['typescript', 'tsc'], ['--noEmit']))),
  },
  { name: 'lint', run: async () => one(await passes(['@biomejs/biome', 'biome'], ['check'])) },
  { name: 'unused code', run: async () => one(await passes(['knip', 'knip'], ['--no-progress'])) },
  { name: 'unit tests', run: () => runVitest(['unit', 'pure'], 8 * minute) },
  { name: 'build for Chrome', run: () => build() },
  { name: 'build for Firefox', run: () => build('-b', 'firefox', '--mv3') },
  {
    name: 'tests of the builds',
    needs: ['build for Chrome', 'build for Firefox'],
    run: () => runVitest(['built'], 4 * minute),
  },
  { name: 'size', needs: ['build for Chrome'], run: async () => one(checkSizes(chromeBuild)) },
  { name: 'add-on lint', needs: ['build for Firefox'], run: lintAddOn },
  { name: 'end-to-end tests', needs: ['build for Chrome', 'build for Firefox'], run: runEndToEnd },
];

process.env.CHROME_PATH = await ensureChromium();
const firefox = ensureFirefox({ install: Boolean(process.env.CI) });
if (firefox) process.env.FIREFOX_PATH = firefox;
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failedSteps = [];
for (const { name, run, needs = [] } of steps) {
  console.log(`\n== ${name} (at ${Math.round((Date.now() - started) / 1000)} s)`);
  const missing = needs.filter((step) => failedSteps.includes(step));
  let counts = one(false);
  if (missing.length > 0) {
    console.error(`Not run, because of: ${missing.join(', ')}`);
  } else {
    try {
      counts = await run();
    } catch (error) {
      console.error(error);
    }
  }
  if (counts.failed > 0) failedSteps.push(name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

for (const failure of failures) console.log(`\n${failure}`);
console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}\n` : '');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
