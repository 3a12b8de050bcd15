// In which order the end-to-end tests of both browsers begin: what would be missed most comes first, for time may run out. Says nothing
// about other tests.
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Many pages, much load, and what takes minutes. */
const long = [
  'accessibility',
  'privacy-tour',
  'faults-load',
  'related',
  'hostile-corpus',
  'faults-feed',
  'clock',
  'index-upkeep',
  'starter',
  'real-feed',
  'popup',
  'search',
  'quiet-pages',
];

/** What Firefox has the most part in. */
const firefoxsOwn = ['firefox-reading-list', 'lifecycle-firefox', 'smoke', 'arxiv'];

/** @returns which of the groups that begin one after another a file is in; those of one browser are together, all others are in 0 */
function turn(project: string, file: string): number {
  const name = basename(file, '.test.ts');
  if (project === 'e2e') return long.includes(name) ? 3 : 1;
  if (project !== 'e2e-firefox') return 0;
  if (firefoxsOwn.includes(name)) return 2;
  // What is long and begins last would be waited for with one browser at work.
  return long.includes(name) ? 4 : 5;
}

/** Files in the order in which they begin; those of one turn as they were. */
export function inOrder<File extends { project: { name: string }; moduleId: string }>(
  files: readonly File[],
): File[] {
  return files.toSorted((a, b) => turn(a.project.name, a.moduleId) - turn(b.project.name, b.moduleId));
}

export default class EndToEndOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return inOrder(await super.sort(files));
  }
}
