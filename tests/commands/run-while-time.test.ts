// A run of vitest's own over made-up tests, with the runner of the end-to-end tests.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './dependencies.mjs';
import { runTool } from './tools.mjs';

const made = `
import { appendFileSync } from 'node:fs';
import { beforeAll, describe, it } from 'vitest';
const did = (what) => appendFileSync(process.env.DIARY, what + '\\n');
it('is short', () => did('short'));
it('may take too long', () => did('long'), 600_000);
it('is short, and builds on what took long', () => did('built on it'));
describe('a group', () => {
  beforeAll(() => did('beforehand'));
  it('is short', () => did('in the group'));
});
`;

let folder: string;
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results/run-while-time-'));
  writeFileSync(join(folder, 'slow.test.js'), made);
  const runner = join(root, 'tests/commands/run-while-time.ts');
  writeFileSync(
    join(folder, 'vitest.config.js'),
    `export default { test: { include: ['*.test.js'], runner: ${JSON.stringify(runner)} } };`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns what the made-up tests did, and how their run ended that has so much time; ms */
async function runFor(time: number) {
  const diary = join(folder, 'diary');
  const report = join(folder, 'report.json');
  writeFileSync(diary, '');
  const { ok, output } = await runTool(
    ['vitest', 'vitest'],
    ['run', '--root', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { timeout: 60_000, capture: true, env: { DIARY: diary, TESTS_END: String(Date.now() + time) } },
  );
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
  const did = readFileSync(diary, 'utf8').trim().split('\n').filter(Boolean);
  return { output, did, counts: { ok, passed: numPassedTests, failed: numFailedTests, all: numTotalTests } };
}

describe('a run with an end', () => {
  it('begins every test there is time for', async () => {
    const { did, counts, output } = await runFor(3_600_000);
    expect(did).toEqual(['short', 'long', 'built on it', 'beforehand', 'in the group']);
    expect(counts).toEqual({ ok: true, passed: 4, failed: 0, all: 4 });
    expect(output).not.toContain('No time is left');
  });

  it('leaves out a test that might outlast it, and what comes after it in the same file', async () => {
    const { did, counts } = await runFor(300_000);
    expect(did).toEqual(['short']);
    expect(counts).toEqual({ ok: true, passed: 1, failed: 0, all: 4 });
  });

  it('does not even prepare a file it has no time for, and names it', async () => {
    const { did, counts, output } = await runFor(0);
    expect(did).toEqual([]);
    expect(counts).toEqual({ ok: true, passed: 0, failed: 0, all: 4 });
    expect(output.match(/No time is left for .*slow\.test\.js/g)).toHaveLength(1);
  });
});
