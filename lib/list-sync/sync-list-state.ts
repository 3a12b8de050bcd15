// What the options page says of the list's way through the browser's account sync: what is there, what stayed here, when, what failed.
import { quotaBytes } from './sync-layout';

/**
 * `unreachable`: the browser's sync storage cannot be read. `store`: this machine's own list cannot. `too-fast`: the browser takes no more
 * writes for a while. `no-room`: the quota is full. `refused`: the browser would not write for another reason. `newer-version`: what is
 * there was written by a later Papergloss.
 */
export type SyncFailureCode = 'unreachable' | 'store' | 'too-fast' | 'no-room' | 'refused' | 'newer-version';

/** Under which it is stored. */
export const listSyncKey = 'list-sync';

export interface SyncListState {
  /** ms since 1970 */
  lastPull?: number;
  /** ms since 1970 */
  lastPush?: number;
  /** How many entries of this machine's list are in the sync storage as they are here. */
  entries: number;
  /** Ids of entries whose note stays on this machine. */
  notesLeftOut: string[];
  /** Ids of entries that stay on this machine whole, or whose newest changes do. */
  entriesLeftOut: string[];
  /** Of everything the extension has in the sync storage. */
  bytesUsed: number;
  bytesOf: number;
  /** The newest failure, until a run succeeds; `detail` in the browser's words. */
  failure?: { code: SyncFailureCode; detail: string };
  /** ms since 1970: when another attempt makes sense. */
  retryAt?: number;
  /** How many items could not be read; those of a later version are left as they are. */
  unreadable?: number;
}

/** Before anything was synced, and after it was switched off. */
export const nothingSynced: SyncListState = {
  entries: 0,
  notesLeftOut: [],
  entriesLeftOut: [],
  bytesUsed: 0,
  bytesOf: quotaBytes,
};
