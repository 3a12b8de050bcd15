// When the background backs up: about a minute after the last change of the list, by an alarm, because the worker that would wait for a
// timer is long dead. How it is done is the business of run-backup.ts.
import { reporting } from '../diagnosis/report';
import type { Alarms } from '../feed/schedule';
import type { BackupFailureCode } from './backup-error';
import { type BackupDeps, runBackup } from './run-backup';

const due = 'backup';
const resume = 'backup-resume';

/** Minutes after the last change. */
const quiet = 1;

/** A reader who goes on and on gets a backup after this time all the same, ms. */
const longestWait = 600_000;

/** How often a burst of changes puts the alarm off, ms. */
const putOffEvery = 10_000;

/** A run that was killed starts again after this time, minutes. */
const resumeAfter = 2;

/** After a failure that may pass by itself, minutes. */
const retryAfter = 30;

/** What only the reader can mend. */
const lasting: readonly BackupFailureCode[] = ['not-allowed', 'list-empty', 'name-taken'];

export interface RunnerDeps extends BackupDeps {
  alarms: Alarms;
  onFailure?(error: unknown): void;
}

export interface BackupRunner {
  /** To be called after every change of the list. Cheap, and never throws. */
  changed(): void;
}

/** Registers its alarm listener at once. */
export function createBackup({ alarms, onFailure = reporting('backup'), ...deps }: RunnerDeps): BackupRunner {
  const { now, state } = deps;
  /** ms since 1970: of the oldest change that waits, and of the last time the alarm was set. */
  let waitingSince: number | undefined;
  let setAt: number | undefined;

  function forget(): void {
    waitingSince = undefined;
    setAt = undefined;
  }

  async function schedule(): Promise<void> {
    const { handle } = await state.read();
    // Who chooses a folder later gets a backup at once.
    if (handle) alarms.create(due, { delayInMinutes: quiet });
    else forget();
  }

  async function run(): Promise<void> {
    forget();
    if (!(await state.read()).handle) return;
    alarms.create(resume, { delayInMinutes: resumeAfter });
    const failure = await runBackup(deps);
    await alarms.clear(resume);
    if (failure && !lasting.includes(failure.code)) alarms.create(resume, { delayInMinutes: retryAfter });
  }

  alarms.onAlarm.addListener(({ name }) => {
    if (name === due || name === resume) run().catch(onFailure);
  });
  return {
    changed() {
      const at = now();
      waitingSince ??= at;
      if (setAt !== undefined && (at - setAt < putOffEvery || at - waitingSince > longestWait)) return;
      setAt = at;
      schedule().catch((error) => {
        forget();
        onFailure(error);
      });
    },
  };
}
