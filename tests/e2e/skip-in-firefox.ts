// Runs before each test in Firefox: skips what firefox-differences.ts names.
import { beforeEach, type TestContext } from 'vitest';
import { reasonNotInFirefox } from './firefox-differences';

/** With the names of the groups it stands in. */
function fullName(task: TestContext['task']): string {
  const names = [task.name];
  for (let { suite } = task; suite; suite = suite.suite) names.unshift(suite.name);
  return names.join(' ');
}

beforeEach(({ task, skip }) => {
  const reason = reasonNotInFirefox(task.file.filepath, fullName(task));
  if (reason) skip(reason);
});
