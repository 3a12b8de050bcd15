// Four runs: `unit` needs nothing but Node; `built` looks at what the build made; `e2e` and
// `e2e-firefox` drive real browsers against the stand-in web.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { filesNotInFirefox } from './e2e/firefox-differences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

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
    globalSetup: browser === 'firefox' ? ['tests/e2e/warm-firefox.ts'] : [],
    setupFiles: browser === 'firefox' ? ['tests/e2e/skip-in-firefox.ts'] : [],
    env: { BROWSER: browser },
    fileParallelism: false,
    // The drivers are loaded once a process, not once a file: what a file changes is a browser of its own.
    isolate: false,
    // Real browsers on a shared machine: one second chance, in continuous integration only.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/manifest.test.ts', 'tests/built-code.test.ts'],
          setupFiles: ['tests/setup-i18n.ts'],
          // Nothing is timed here: what takes long on a busy machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'built', include: ['tests/manifest.test.ts', 'tests/built-code.test.ts'] },
      },
      inBrowser('e2e', 'chromium'),
      inBrowser('e2e-firefox', 'firefox'),
    ],
  },
});
