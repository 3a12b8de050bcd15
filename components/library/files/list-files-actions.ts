// What carrying the list in and out needs done by others. Types only: the page knows how.
import type { ExportFormat } from '../../../lib/formats/export-formats';
import type { ImportPlan } from '../../../lib/formats/plan-import';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import type { BatchRun } from './import-batches';

export type ExportFormatId = ExportFormat['id'] | 'json';

/** Undefined: the whole list, read when it is needed; what the page shows of it may not be all yet. */
export type Chosen = readonly ReadingEntry[] | undefined;

/** All of them reject: with a `MessageFailure`, or as said. */
export interface ListFilesActions {
  /** What is on the list already stays as it is. */
  save(ids: string[]): Promise<unknown>;
  /** What importing `text` of the file `name` ('' for pasted text) would do. Rejects with ImportError, too. */
  plan(name: string, text: string): Promise<ImportPlan>;
  /** In batches, of entries first and of papers then, as `run` counts them together. */
  importPlanned(plan: ImportPlan, run: BatchRun): Promise<unknown>;
  write(format: ExportFormatId, chosen: Chosen): Promise<string>;
  /** Hands the reader a file. Resolves to its name. */
  exportFile(format: ExportFormatId, chosen: Chosen): Promise<string>;
  /**
   * To be called while the click is being handled, before anything is awaited: the browser may ask the reader. Resolves to how many
   * were saved; rejects with ZoteroError, too.
   */
  sendToZotero(chosen: Chosen, onSaved: (saved: number, total: number) => void): Promise<number>;
}
