import { describe, expect, it, vi } from 'vitest';
import type { Fetch } from '../../lib/feed/get-json';
import { loggedFetch } from '../../lib/feed/logged-fetch';
import { privateRequest } from '../../lib/feed/private-request';
import type { RequestRecord } from '../../lib/store/request-log';

const url = 'https://huggingface.co/api/daily_papers?date=2026-06-12';
const init = privateRequest('application/json', new AbortController().signal);
const call = { at: 5, method: 'GET', url, purpose: 'feed' } as const;

function logged(fetch: Fetch) {
  const records: RequestRecord[] = [];
  const asked = vi.fn(fetch);
  const note = (record: RequestRecord) => void records.push(record);
  return { records, asked, fetch: loggedFetch(asked, 'feed', note, () => 5) };
}

describe('a logged call', () => {
  it('is made as it was asked, and answered as it was', async () => {
    const response = new Response('[]');
    const { fetch, asked } = logged(async () => response);
    expect(await fetch(url, init)).toBe(response);
    expect(asked.mock.calls).toEqual([[url, init]]);
    expect(response.bodyUsed).toBe(false);
  });

  it.each([200, 404, 429, 503])('is told with its status %i', async (status) => {
    const { fetch, records } = logged(async () => new Response(null, { status }));
    await fetch(url, init);
    expect(records).toEqual([{ ...call, status }]);
  });

  it('is told with the method it had', async () => {
    const { fetch, records } = logged(async () => new Response());
    await fetch(url, { ...init, method: 'POST' });
    expect(records).toMatchObject([{ method: 'POST' }]);
  });

  it('that was sent on elsewhere says so: its status is hidden', async () => {
    const moved = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    const { fetch, records } = logged(async () => moved);
    await fetch(url, init);
    expect(records).toEqual([{ ...call, failed: 'sent on elsewhere' }]);
  });

  const failures: [error: unknown, failed: string][] = [
    [new TypeError('Failed to fetch'), 'not reached'],
    [new DOMException('The operation was aborted.', 'AbortError'), 'cancelled'],
    [new DOMException('The operation timed out.', 'TimeoutError'), 'no answer in time'],
    ['a string', 'not reached'],
  ];
  it.each(failures)(
    'that failed with %s fails with just that, and is told as "%s"',
    async (error, failed) => {
      const { fetch, records } = logged(async () => {
        throw error;
      });
      await expect(fetch(url, init)).rejects.toBe(error);
      expect(records).toEqual([{ ...call, failed }]);
    },
  );

  it.each<[what: string, note: () => void | Promise<void>]>([
    [
      'fails',
      () => {
        throw new Error('no log');
      },
    ],
    ['is refused', async () => Promise.reject(new Error('disk full'))],
    ['never ends', () => new Promise(() => {})],
  ])('is answered all the same where noting it down %s', async (_what, note) => {
    const fetch = loggedFetch(
      async () => new Response(),
      'arxiv',
      note,
      () => 5,
    );
    expect((await fetch(url, init)).ok).toBe(true);
  });
});
