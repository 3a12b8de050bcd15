// What the library may do, for tests: nothing, and it is written down.
import { vi } from 'vitest';
import type { LibraryActions } from '../../../components/library/Library';

export const libraryActions = () => ({
  save: vi.fn<LibraryActions['save']>(),
  search: vi.fn<LibraryActions['search']>(),
  searchOnline: vi.fn<LibraryActions['searchOnline']>(),
  setStatus: vi.fn<LibraryActions['setStatus']>(),
  remove: vi.fn<LibraryActions['remove']>(),
  restore: vi.fn<LibraryActions['restore']>(),
  exportFile: vi.fn<LibraryActions['exportFile']>(),
  importFile: vi.fn<LibraryActions['importFile']>(),
});
