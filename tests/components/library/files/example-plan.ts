// Plans and actions for the tests of the library's dialogs and menus. Tests nothing itself.
import { vi } from 'vitest';
import type { ListFilesActions } from '../../../../components/library/files/list-files-actions';
import type { ImportPlan, PlannedItem } from '../../../../lib/formats/plan-import';

export const planned = (id: string, parts: Partial<PlannedItem> = {}): PlannedItem => ({
  id,
  title: `Title of ${id}`,
  kind: 'added',
  gains: [],
  ...parts,
});

/** A plan whose changes are those of `items`, as papers of another program's file. */
export const planOf = (items: PlannedItem[], parts: Partial<ImportPlan> = {}): ImportPlan => ({
  format: 'bibtex',
  items,
  skipped: [],
  entries: [],
  papers: items.filter(({ kind }) => kind !== 'unchanged').map(({ id }) => ({ id, change: {} })),
  ...parts,
});

export const fileActions = () => ({
  save: vi.fn<ListFilesActions['save']>(),
  plan: vi.fn<ListFilesActions['plan']>(),
  importPlanned: vi.fn<ListFilesActions['importPlanned']>(),
  write: vi.fn<ListFilesActions['write']>(),
  exportFile: vi.fn<ListFilesActions['exportFile']>(),
  sendToZotero: vi.fn<ListFilesActions['sendToZotero']>(),
});

export const refusal = (code: string, name = 'MessageFailure', parts: object = {}) =>
  Object.assign(new Error('why'), { name, code, ...parts });
