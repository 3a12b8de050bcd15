import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
  changeBackupState,
  noteExport,
  putReminderOff,
  readBackupState,
} from '../../lib/backup/backup-state';
import { storeBackup } from '../../lib/backup/store-backup';
import { newDatabase, now, paper, savePaper } from '../store/stored-papers';

it('nothing is known of a backup at first', async () => {
  expect(await readBackupState(newDatabase())).toEqual({});
});

it('changes of the state at the same moment are both kept', async () => {
  const db = newDatabase();
  await Promise.all([
    noteExport(db, 1),
    putReminderOff(db, 2),
    changeBackupState(db, (state) => ({ ...state, name: 'Papers' })),
  ]);
  expect(await readBackupState(db)).toEqual({ lastExport: 1, remindedOff: 2, name: 'Papers' });
});

it('the backup of a store has its list, without what the store notes for itself', async () => {
  const db = newDatabase();
  await db.papers.put(paper('2606.00001') as never);
  const saved = await savePaper(db, '2606.00001', now);
  expect(await storeBackup(db).entries()).toEqual([saved]);
});

it('the backup of a store speaks the language of the reader', () => {
  const { heading, statusNames } = storeBackup(newDatabase()).words();
  expect([heading, statusNames.done]).toEqual(['Reading list', 'Done']);
});
