// Five runs: `unit` and `pure` need nothing but Node; `built` looks at what the build made; `e2e` and `e2e-firefox` drive real browsers
// against the stand-in web.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import EndToEndOrder from './commands/end-to-end-order.ts';
import { filesNotInFirefox } from './e2e/firefox-differences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a unit test has that others must not see: a document, a database, a clock or calls that are played. */
const ownWorld =
  /vitest-environment|fake-indexeddb|stored-papers|killed-|example-background|process\.env|vi\.(?:do)?(?:mock|stub|spyOn|useFake|setSystem)/i;

/** Unit tests that touch nothing but their arguments: they share one process and what it has loaded. */
const pureTests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('tests/e2e/'))
  .filter((file) => !ownWorld.test(readFileSync(join(root, file), 'utf8')));

const needsBuild = ['tests/manifest.test.ts', 'tests/built-code.test.ts'];

/** Nothing is timed in a unit test: what takes long on a busy machine is no failure. */
const unitTest = { setupFiles: ['tests/setup-i18n.ts', 'tests/setup-node.ts'], testTimeout: 30_000 };

/** Both browsers run the same files; `BROWSER` says which. */
const inBrowser = (name: string, browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts'],
    // What has the name of Firefox in its own is about Firefox alone.
    exclude:
      browser === 'firefox'
        ? filesNotInFirefox.map((file) => `tests/e2e/${file}`)
        : ['tests/e2e/*firefox*.test.ts'],
    globalSetup: ['tests/e2e/synced-profile.ts'],
    setupFiles: browser === 'firefox' ? ['tests/e2e/skip-in-firefox.ts'] : [],
    env: { BROWSER: browser },
    runner: 'tests/commands/run-while-time.ts',
    // Most of what a test does in a browser is waiting, but not all.
    maxWorkers: Number(process.env.BROWSERS_AT_ONCE ?? 3),
    // What has another number of workers has to have a place of its own.
    sequence: { groupOrder: 1 },
    // The drivers are loaded once a process, not once a file: what a file changes is a browser of its own.
    isolate: false,
    // Real browsers on a shared machine: one second chance, in continuous integration only.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    // A second, which is what is waited for otherwise, is little where three browsers share two cores.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __FEED_ORIGIN__: JSON.stringify('https://huggingface.co') },
  test: {
    // The default leaves one core to itself, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: EndToEndOrder },
    projects: [
      {
        extends: true,
        test: {
          ...unitTest,
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...needsBuild, ...pureTests],
        },
      },
      {
        extends: true,
        test: { ...unitTest, name: 'pure', include: pureTests, exclude: needsBuild, isolate: false },
      },
      {
        extends: true,
        test: { name: 'built', include: needsBuild },
      },
      inBrowser('e2e', 'chromium'),
      inBrowser('e2e-firefox', 'firefox'),
    ],
  },
});
