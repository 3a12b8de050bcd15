import { describe, expect, it } from 'vitest';
import { backupReminder, changedSinceBackup, reminderDue } from '../../lib/backup/backup-reminder';
import type { BackupState } from '../../lib/backup/backup-state';
import { day, entry, now } from '../store/stored-papers';
import { fakeFolder } from './fake-folder';

const changedAt = (time: number, count: number) =>
  Array.from({ length: count }, (_, number) =>
    entry(`2606.${10_000 + number}`, { changedAt: time, addedAt: time }),
  );
const ago = (days: number) => now - days * day;

describe('the reminder of a backup', () => {
  it.each<[string, boolean, BackupState, number, number]>([
    ['ten entries changed since a backup of 15 days ago', true, { lastExport: ago(15) }, 10, 3],
    ['nine entries changed', false, { lastExport: ago(15) }, 9, 3],
    ['the backup is 13 days old', false, { lastExport: ago(13) }, 10, 3],
    ['nothing changed since the backup', false, { lastExport: ago(15) }, 10, 20],
    [
      'a backup into a folder was later than the last export',
      false,
      { lastExport: ago(40), lastWrite: ago(2) },
      10,
      1,
    ],
    ['there never was one, and the list is 15 days old', true, {}, 10, 15],
    ['there never was one, and the list is new', false, {}, 10, 3],
    ['it was sent away 29 days ago', false, { lastExport: ago(60), remindedOff: ago(29) }, 10, 3],
    ['it was sent away 31 days ago', true, { lastExport: ago(60), remindedOff: ago(31) }, 10, 3],
  ])('where %s: %s', (_, due, state, count, days) => {
    expect(reminderDue(state, changedAt(ago(days), count), now)).toBe(due);
  });

  it('does not come to an empty list', () => {
    expect(reminderDue({}, [], now)).toBe(false);
  });

  it('counts what changed since the last backup of either kind', () => {
    const entries = [...changedAt(ago(3), 4), ...changedAt(ago(9), 5)];
    expect(changedSinceBackup({}, entries)).toBe(9);
    expect(changedSinceBackup({ lastExport: ago(20), lastWrite: ago(5) }, entries)).toBe(4);
  });

  const old = changedAt(ago(30), 20);
  const handle = fakeFolder();
  const failure = { code: 'not-allowed', detail: '' } as const;
  it.each<[string, string | undefined, BackupState, boolean]>([
    ['offers a file where the browser writes into no folder', 'download', {}, false],
    ['is silent where it could, and the reader chose none', undefined, {}, true],
    ['is silent where the folder is up to date', undefined, { handle, lastWrite: ago(20) }, true],
    ['asks for the folder again where it is not allowed', 'allow', { handle, failure }, true],
    ['can be sent away then, too', undefined, { handle, failure, remindedOff: ago(1) }, true],
    [
      'leaves other failures to the options',
      undefined,
      { handle, failure: { code: 'disk-full', detail: '' } },
      true,
    ],
  ])('%s', (_, kind, state, canChoose) => {
    expect(backupReminder(state, old, { now, canChoose })).toBe(kind);
  });
});
