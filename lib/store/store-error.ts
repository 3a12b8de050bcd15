// What can go wrong with the store, as codes; and the one place that knows how browsers say "the disk is full".

import { upgradeErrorName } from './database';

export type StoreErrorCode =
  | 'disk-full'
  /** The paper is neither in the cache nor, where that would do, in the reading list. */
  | 'not-cached'
  /** The browser gives no database, as in some private windows. */
  | 'unavailable'
  /** What an earlier version stored could not be brought to today's shape; it is still there, as it was. */
  | 'not-upgraded'
  | 'bad-file';

export class StoreError extends Error {
  override readonly name = 'StoreError';

  /** `detail`: one sentence in English, for the reader who wants to know more. */
  constructor(
    readonly code: StoreErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

const notOpened = { code: 'unavailable', detail: 'The browser could not open the database.' } as const;

/** By the names Dexie and IndexedDB give their errors. */
const meanings = new Map<unknown, { code: StoreErrorCode; detail: string }>([
  ['QuotaExceededError', { code: 'disk-full', detail: 'The browser has no room left for it.' }],
  ['MissingAPIError', { code: 'unavailable', detail: 'This window of the browser keeps no data.' }],
  ['OpenFailedError', notOpened],
  [
    upgradeErrorName,
    {
      code: 'not-upgraded',
      detail: 'What an earlier version stored could not be brought to the shape of this one.',
    },
  ],
  ['InvalidStateError', { code: 'unavailable', detail: 'This window of the browser keeps no data.' }],
]);

/** The error and those inside it: Dexie wraps the browser's error as `inner`, an aborted transaction once more. */
function* layers(error: unknown): Generator<object> {
  let layer = error;
  for (let depth = 0; typeof layer === 'object' && layer !== null && depth < 5; depth++) {
    yield layer;
    layer = Reflect.get(layer, 'inner');
  }
}

/**
 * Runs `work` and turns the browser's ways of failing into a StoreError; all other errors pass as they are. A Dexie transaction
 * that fails leaves the store as it was.
 */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const names = [...layers(error)].map((layer) => Reflect.get(layer, 'name'));
    // A full disk also shows as a failure to open: what is innermost says more.
    const known = names.toReversed().flatMap((name) => meanings.get(name) ?? [])[0];
    // Something inside kept it from opening: a broken profile, or a step of an upgrade that comes before what an upgrade writes.
    const meaning = known ?? (names[0] === 'DatabaseClosedError' && names[1] ? notOpened : undefined);
    throw meaning ? new StoreError(meaning.code, meaning.detail, { cause: error }) : error;
  }
}

/** Whether what an earlier version stored may still be there, in its own shape: the database could not be opened in today's. */
export const mayBeOld = (error: unknown): boolean =>
  error instanceof StoreError && (error.code === 'not-upgraded' || error.code === 'unavailable');
