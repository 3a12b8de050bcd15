// A run of vitest's own over made-up tests, with the runner of the end-to-end tests.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './dependencies.mjs';
import { runTool } from './tools.mjs';

const slow = `
import { appendFileSync } from 'node:fs';
import { beforeAll, describe, it } from 'vitest';
const did = (what) => appendFileSync(process.env.DIARY, what + '\\n');
it('outlasts the end', () => { process.env.NO_TEST_AFTER = '0'; did('first'); });
it('begins after the end', () => did('second'));
describe('a group', () => {
  beforeAll(() => did('beforehand'));
  it('begins after the end, too', () => did('third'));
});
`;

let folder: string;
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results/run-while-time-'));
  writeFileSync(join(folder, 'slow.test.js'), slow);
  const runner = join(root, 'tests/commands/run-while-time.ts');
  writeFileSync(
    join(folder, 'vitest.config.js'),
    `export default { test: { include: ['*.test.js'], runner: ${JSON.stringify(runner)} } };`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns what the made-up tests did, and how their run ended that began with this last moment; ms since 1970 */
async function runUntil(last: number) {
  const diary = join(folder, 'diary');
  const report = join(folder, 'report.json');
  writeFileSync(diary, '');
  const { ok, output } = await runTool(
    ['vitest', 'vitest'],
    ['run', '--root', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { timeout: 60_000, capture: true, env: { DIARY: diary, NO_TEST_AFTER: String(last) } },
  );
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
  const did = readFileSync(diary, 'utf8').trim().split('\n').filter(Boolean);
  return { ok, output, did, passed: numPassedTests, failed: numFailedTests, all: numTotalTests };
}

describe('a run that is out of time', () => {
  it('ends the test that has begun, and begins no other', async () => {
    const { ok, did, passed, failed, all } = await runUntil(Date.now() + 60_000);
    expect({ ok, did, passed, failed, all }).toEqual({
      ok: true,
      did: ['first'],
      passed: 1,
      failed: 0,
      all: 3,
    });
  });

  it('does not even prepare a file it has no time for, and names it', async () => {
    const { ok, output, did, passed, all } = await runUntil(0);
    expect({ ok, did, passed, all }).toEqual({ ok: true, did: [], passed: 0, all: 3 });
    expect(output).toContain('slow.test.js');
    expect(output).toContain('No time is left');
  });
});
