// What can go wrong with a backup, as codes that pages put into words; and what browsers call it.

/**
 * `not-allowed`: the reader has to allow the folder again. `folder-gone`: moved, renamed, or on a drive that is not there. `name-taken`: a
 * folder has the name of one of our files. `file-in-use`: another program holds it, or changed it meanwhile. `list-empty`: the backup has
 * papers and the list has none. `store`: the list could not be read.
 */
export type BackupFailureCode =
  | 'not-allowed'
  | 'folder-gone'
  | 'disk-full'
  | 'name-taken'
  | 'file-in-use'
  | 'list-empty'
  | 'store'
  | 'internal';

export interface BackupFailure {
  code: BackupFailureCode;
  /** In English, from where it happened; for `list-empty` how many papers the backup has, where that is known. */
  detail: string;
}

export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(
    readonly code: BackupFailureCode,
    detail: string,
  ) {
    super(detail);
  }
}

/** By the names of DOMException in https://fs.spec.whatwg.org and https://wicg.github.io/file-system-access. */
const meanings = new Map<string, BackupFailureCode>([
  ['NotAllowedError', 'not-allowed'],
  ['SecurityError', 'not-allowed'],
  ['NotFoundError', 'folder-gone'],
  ['QuotaExceededError', 'disk-full'],
  ['TypeMismatchError', 'name-taken'],
  ['NoModificationAllowedError', 'file-in-use'],
  ['InvalidStateError', 'file-in-use'],
  ['NotReadableError', 'file-in-use'],
  ['StoreError', 'store'],
]);

/** Whatever was thrown, as it is noted. */
export function backupFailure(error: unknown): BackupFailure {
  if (error instanceof BackupError) return { code: error.code, detail: error.message };
  // A DOMException of another context is none of this one's.
  const { name = '', message = String(error) } = (error ?? {}) as Partial<Error>;
  return { code: meanings.get(name) ?? 'internal', detail: message };
}
