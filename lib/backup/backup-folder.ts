// The folder a backup goes to: the part of the File System Access API this needs, so that tests can stand in for the browser.

interface WritableFile {
  write(text: string): Promise<void>;
  /** Only now the file has the new content, all of it at once. */
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface BackupFile {
  getFile(): Promise<{ text(): Promise<string>; lastModified: number }>;
  createWritable(): Promise<WritableFile>;
}

interface AccessMode {
  mode: 'readwrite';
}

/** A `FileSystemDirectoryHandle`. */
export interface BackupFolder {
  readonly name: string;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<BackupFile>;
  removeEntry(name: string): Promise<void>;
  /** Absent where the browser keeps folders of its own only: those need no permission. */
  queryPermission?(mode: AccessMode): Promise<PermissionState>;
  requestPermission?(mode: AccessMode): Promise<PermissionState>;
}

const mode: AccessMode = { mode: 'readwrite' };

/** What the reader has allowed. Asks nobody. */
export async function folderPermission(folder: BackupFolder): Promise<PermissionState> {
  return (await folder.queryPermission?.(mode)) ?? 'granted';
}

/** Asks the reader where need be: while a click is being handled only. */
export async function askForFolder(folder: BackupFolder): Promise<PermissionState> {
  return (await folder.requestPermission?.(mode)) ?? 'granted';
}

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

export interface StoredText {
  text: string;
  /** ms since 1970 */
  lastModified: number;
}

/**
 * Undefined where there is no such file, or nothing in it: a file comes into being empty, and stays so where it could not be written.
 * Rejects with the browser's DOMException.
 */
export async function readText(folder: BackupFolder, name: string): Promise<StoredText | undefined> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    const text = await file.text();
    return text === '' ? undefined : { text, lastModified: file.lastModified };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The file has either its old content or all of the new. Rejects with the browser's DOMException. */
export async function replaceText(folder: BackupFolder, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  try {
    await writable.write(text);
    await writable.close();
  } catch (error) {
    // What went wrong first is what the reader should hear of.
    await writable.abort().catch(() => {});
    throw error;
  }
}

/** A file that is gone already is fine. Rejects with the browser's DOMException. */
export async function removeFile(folder: BackupFolder, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
