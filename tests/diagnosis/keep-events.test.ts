import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeAndReport } from '../../lib/diagnosis/describe-and-report';
import { keepEvents } from '../../lib/diagnosis/keep-events';
import { report, reportEvent, reporting, tellOfEvents } from '../../lib/diagnosis/report';
import { clearEvents, readEvents } from '../../lib/diagnosis/stored-events';
import { FeedError } from '../../lib/feed/feed-error';
import { clearFeedCache } from '../../lib/store/papers';
import { newDatabase } from '../store/stored-papers';

/** Development says everything in the console as well. */
const said = vi.spyOn(console, 'error').mockImplementation(() => {});

let db: ReturnType<typeof newDatabase>;
let context: EventTarget;

const kept = async () =>
  (await readEvents(db)).map(
    ({ where, kind, what, count }) => `${where} ${kind} ${what.split(' @')[0]} ×${count}`,
  );

beforeEach(() => {
  db = newDatabase();
  context = new EventTarget();
  said.mockClear();
  keepEvents(db, 'background', context);
});
afterEach(() => tellOfEvents(undefined));

describe('what is reported', () => {
  it('is in the ring, and there after a cleared cache', async () => {
    report(new RangeError('too far'), 'index');
    await vi.waitFor(async () => expect(await kept()).toEqual(['index error RangeError: too far ×1']));
    await clearFeedCache(db);
    expect(await kept()).toEqual(['index error RangeError: too far ×1']);
  });

  it('is gone when the reader empties the list', async () => {
    report(new Error('no'), 'index');
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    await clearEvents(db);
    expect(await kept()).toEqual([]);
  });

  it('is what a listener or a catch is given', async () => {
    await Promise.reject(new Error('no')).catch(reporting('backup'));
    await vi.waitFor(async () => expect(await kept()).toEqual(['backup error Error: no ×1']));
  });

  it('is what nobody caught: thrown, and rejected', async () => {
    context.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('thrown'), message: '' }));
    await vi.waitFor(async () => expect(await kept()).toEqual(['background error TypeError: thrown ×1']));
    context.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('rejected') }));
    await vi.waitFor(
      async () =>
        expect(await kept()).toEqual([
          'background error Error: rejected ×1',
          'background error TypeError: thrown ×1',
        ]),
      3_000,
    );
  });

  it('throws nothing back where nobody keeps it', () => {
    tellOfEvents(undefined);
    expect(() => reportEvent('sync', 'note', 'nothing')).not.toThrow();
  });
});

describe('what is answered with a code', () => {
  it.each<[error: Error, expected: string[]]>([
    [new TypeError('ours'), ['messages error TypeError: ours ×1']],
    [new FeedError('server', 'answered 502'), ['messages note FeedError (server): answered 502 ×1']],
    [new FeedError('offline', 'no network'), []],
  ])('is kept by whose failure it is: %s', async (error, expected) => {
    expect(describeAndReport('messages')(error).detail).toBe(error.message);
    await vi.waitFor(async () => expect(await kept()).toEqual(expected));
  });
});
