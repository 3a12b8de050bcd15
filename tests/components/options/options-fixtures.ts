// What the options page may do and show, for tests: nothing is done, and it is written down.
import { vi } from 'vitest';
import type { BackupView } from '../../../components/options/BackupGroup';
import type { ListSyncView } from '../../../components/options/ListSyncGroup';
import type { OptionsActions, OptionsProps } from '../../../components/options/Options';
import { nothingSynced, type SyncListState } from '../../../lib/list-sync/sync-list-state';

export const optionsActions = () => ({
  change: vi.fn<OptionsActions['change']>(),
  switchSite: vi.fn<OptionsActions['switchSite']>(),
  clearCache: vi.fn<OptionsActions['clearCache']>(),
  allow: vi.fn<OptionsActions['allow']>(),
  disallow: vi.fn<OptionsActions['disallow']>(),
  chooseFolder: vi.fn<OptionsActions['chooseFolder']>(),
  allowFolder: vi.fn<OptionsActions['allowFolder']>(),
  backUpNow: vi.fn<OptionsActions['backUpNow']>(),
  stopBackup: vi.fn<OptionsActions['stopBackup']>(),
  downloadBackup: vi.fn<OptionsActions['downloadBackup']>(),
  syncNow: vi.fn<OptionsActions['syncNow']>(),
  eraseSynced: vi.fn<OptionsActions['eraseSynced']>(),
  resetForYou: vi.fn<OptionsActions['resetForYou']>(),
  allowNotifications: vi.fn<OptionsActions['allowNotifications']>(),
  saveFile: vi.fn<OptionsActions['saveFile']>(),
  openWelcome: vi.fn<OptionsActions['openWelcome']>(),
  copyText: vi.fn<OptionsActions['copyText']>(),
  clearEvents: vi.fn<OptionsActions['clearEvents']>(),
});

/** Nothing has gone wrong. */
export const noDiagnosis = { kinds: [], events: [], sync: {} } satisfies Partial<OptionsProps>;

export const noBackup: BackupView = { canChoose: true };

export const listSync = (
  state: Partial<SyncListState> = {},
  titles: Record<string, string> = {},
): ListSyncView => ({ state: { ...nothingSynced, ...state }, titles: new Map(Object.entries(titles)) });

/** What a background answers that refuses. */
export const refusal = (code: string) => Object.assign(new Error('why'), { code });
