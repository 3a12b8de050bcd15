// Small things kept by name. What they mean is the business of those who name them.
import type { PaperglossDatabase } from './database';
import { guarded } from './store-error';

/**
 * The value under `key`, or the fallback; what is stored is trusted to be what was written there. Rejects with StoreError.
 */
export async function readState<T>(db: PaperglossDatabase, key: string, fallback: T): Promise<T> {
  const row = await guarded(() => db.state.get(key));
  return row ? (row.value as T) : fallback;
}

/** Rejects with StoreError. */
export async function writeState(db: PaperglossDatabase, key: string, value: unknown): Promise<void> {
  await guarded(() => db.state.put({ key, value }));
}
