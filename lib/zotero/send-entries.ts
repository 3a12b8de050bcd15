// Entries of the reading list, sent to the Zotero of this machine. Loaded when the reader wants that, not before.
import type { ExportedEntry } from '../formats/exported-entry';
import { toZoteroItems } from './to-zotero-items';
import { sendToZotero, type ZoteroDeps } from './zotero-connector';
import { ZoteroError } from './zotero-error';

/** `allowed`: whether the reader lets Papergloss talk to programs on this machine. Resolves and rejects as `sendToZotero`. */
export async function sendEntries(
  allowed: boolean,
  entries: readonly ExportedEntry[],
  onSaved: (saved: number, total: number) => void,
  deps: ZoteroDeps = { fetch: (url, init) => fetch(url, init), sessionId: crypto.randomUUID() },
): Promise<number> {
  if (!allowed) throw new ZoteroError('not-allowed', 'The permission was refused.');
  return sendToZotero(toZoteroItems(entries), {
    ...deps,
    onSaved: (saved) => onSaved(saved, entries.length),
  });
}
