// Runs tests as long as there is time: none begins whose own timeout is after the moment `TESTS_END` names (ms since 1970), and none is
// cut off. What is left over is named by its file and counts as neither passed nor failed. Without the variable all are run.
import { relative } from 'node:path';
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest';

const hasTimeFor = (timeout: number) =>
  Date.now() + timeout <= Number(process.env.TESTS_END ?? Number.POSITIVE_INFINITY);

export default class RunWhileTime extends TestRunner {
  /** The tests of a file build on those before them: after one that is left out all are. */
  private isOver = false;

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    this.leaveOutWithout(this.config.testTimeout, suite);
    await super.onBeforeRunSuite(suite);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    this.leaveOutWithout(test.timeout, test);
    await super.onBeforeRunTask(test);
  }

  /** Leaves it out where there is no time for so much, ms. */
  private leaveOutWithout(timeout: number, task: RunnerTestSuite | RunnerTestCase): void {
    if (!this.isOver && hasTimeFor(timeout)) return;
    task.mode = 'skip';
    if (this.isOver) return;
    this.isOver = true;
    const { filepath, projectName } = task.file;
    console.log(`No time is left for ${projectName}: ${relative(process.cwd(), filepath)}`);
  }
}
