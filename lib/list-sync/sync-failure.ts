// Why an exchange with the browser's sync storage failed, and when another attempt makes sense.
import type { SyncFailureCode } from './sync-list-state';

const minute = 60_000;
const hour = 60 * minute;

/** The longest pause `refusalOf` asks for, in ms. */
export const longestPause = hour;

export class SyncFailure extends Error {
  override name = 'SyncFailure';
  /** ms until another attempt makes sense; absent where the next occasion will do. */
  readonly pause: number | undefined;

  constructor(
    readonly code: SyncFailureCode,
    cause: unknown,
    pause?: number,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.pause = pause;
  }
}

/**
 * What a rejected write means. Chrome names the limit in its message (`MAX_WRITE_OPERATIONS_PER_MINUTE`, `QUOTA_BYTES`, …), Firefox says
 * QuotaExceededError for all of them.
 */
export function refusalOf(error: unknown): SyncFailure {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/PER_MINUTE/.test(text)) return new SyncFailure('too-fast', error, minute);
  if (/PER_HOUR|MAX_WRITE/.test(text)) return new SyncFailure('too-fast', error, hour);
  if (/quota/i.test(text)) return new SyncFailure('no-room', error, hour);
  return new SyncFailure('refused', error, 5 * minute);
}

/** Runs `work`; what it rejects with becomes a failure of this kind. */
export async function failingAs<T>(code: SyncFailureCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SyncFailure(code, error);
  }
}
