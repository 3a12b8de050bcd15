// A folder in memory that behaves as the browser's does: what is written shows when it is closed, and not before.
import type { BackupFile, BackupFolder } from '../../lib/backup/backup-folder';

export interface FakeFolder extends BackupFolder {
  /** What lies in it, by name. */
  files: Map<string, string>;
  /** Names that are taken by folders. */
  folders: Set<string>;
  /** What the reader has allowed. */
  permission: PermissionState;
  /** What the reader answers when asked. */
  answer: PermissionState;
  /** Moved away, or on a drive that is not there. */
  gone: boolean;
  /** Characters that fit. */
  room: number;
  /** Names of files another program holds. */
  inUse: Set<string>;
  /** Names of files as they were closed. */
  closed: string[];
  /** ms since 1970 */
  lastModified: number;
}

const fail = (name: string): never => {
  throw new DOMException(`made up: ${name}`, name);
};

export function fakeFolder(files: Record<string, string> = {}): FakeFolder {
  const folder: FakeFolder = {
    name: 'Papers',
    files: new Map(Object.entries(files)),
    folders: new Set(),
    permission: 'granted',
    answer: 'granted',
    gone: false,
    room: Number.POSITIVE_INFINITY,
    inUse: new Set(),
    closed: [],
    lastModified: 0,
    queryPermission: async () => folder.permission,
    async requestPermission() {
      folder.permission = folder.answer;
      return folder.permission;
    },
    async getFileHandle(name, { create = false } = {}) {
      check();
      if (folder.folders.has(name)) fail('TypeMismatchError');
      if (!folder.files.has(name)) {
        if (!create) fail('NotFoundError');
        folder.files.set(name, '');
      }
      return file(name);
    },
    async removeEntry(name) {
      check();
      if (!folder.files.delete(name)) fail('NotFoundError');
    },
  };

  function check(): void {
    if (folder.permission !== 'granted') fail('NotAllowedError');
    if (folder.gone) fail('NotFoundError');
  }

  function file(name: string): BackupFile {
    return {
      async getFile() {
        check();
        const text = folder.files.get(name) ?? fail('NotFoundError');
        return { lastModified: folder.lastModified, text: async () => text };
      },
      async createWritable() {
        check();
        if (folder.inUse.has(name)) fail('NoModificationAllowedError');
        let swap = '';
        return {
          async write(text) {
            check();
            if (swap.length + text.length > folder.room) fail('QuotaExceededError');
            swap += text;
          },
          async close() {
            check();
            folder.files.set(name, swap);
            folder.closed.push(name);
          },
          async abort() {
            swap = '';
          },
        };
      },
    };
  }

  return folder;
}
