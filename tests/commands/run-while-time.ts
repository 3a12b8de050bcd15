// Runs tests as long as there is time: none begins after the moment `NO_TEST_AFTER` names (ms since 1970), and none is cut off. What is
// left over is named and counts as neither passed nor failed. Without the variable all are run.
import { relative } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';

const isOver = () => Date.now() > Number(process.env.NO_TEST_AFTER ?? Number.POSITIVE_INFINITY);

export default class RunWhileTime extends TestRunner {
  private named = false;

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (isOver()) this.leaveOut(suite);
    await super.onBeforeRunSuite(suite);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (isOver()) this.leaveOut(test);
    await super.onBeforeRunTask(test);
  }

  private leaveOut(task: RunnerTestSuite | RunnerTestCase): void {
    task.mode = 'skip';
    if (this.named) return;
    this.named = true;
    const { filepath, projectName }: RunnerTestFile = task.file;
    console.log(`No time is left for ${projectName}: ${relative(process.cwd(), filepath)}`);
  }
}
