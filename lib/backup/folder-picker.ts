// The browser's picker for a folder to write into, where there is one. In pages only.
import type { BackupFolder } from './backup-folder';

interface FolderPickers {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<BackupFolder>;
}

/** Opens the picker: on a click only. Undefined where the browser has none. */
export const folderPicker: (() => Promise<BackupFolder>) | undefined = (
  globalThis as FolderPickers
).showDirectoryPicker?.bind(globalThis, { id: 'papergloss', mode: 'readwrite' });
