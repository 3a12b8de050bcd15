import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFaults } from './faults.mjs';
import { openFeedDays } from './feed-days.mjs';
import { createHuggingFace } from './hugging-face.mjs';

const item = (id: string, day: string, upvotes: number) => ({
  title: `Paper ${id}`,
  publishedAt: `${day}T00:00:00.000Z`,
  paper: {
    id,
    title: `Paper ${id}`,
    summary: 'About decoding.',
    upvotes,
    publishedAt: '2026-06-09T00:00:00.000Z',
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
  },
});

const folder = mkdtempSync(join(tmpdir(), 'papergloss-feed-'));
const many = Array.from({ length: 60 }, (_, index) =>
  item(`2606.1${String(index).padStart(4, '0')}`, '2026-06-12', 41 + ((index * 7) % 60)),
);
writeFileSync(join(folder, '2026-06-12.json'), JSON.stringify(many));
writeFileSync(join(folder, '2026-06-10.json'), JSON.stringify([item('2606.00001', '2026-06-10', 40)]));

const feed = openFeedDays({ folder, today: '2026-11-22' });
const faults = createFaults();
const site = createHuggingFace({ feed, faults, quota: 100 });
const server = http.createServer((request, response) => {
  void site(request, response, new URL(request.url ?? '/', 'https://huggingface.co'));
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => faults.clear());
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

function get(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    http
      .get({ port, path, host: '127.0.0.1' }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      })
      .on('error', reject);
  });
}
const idsOf = (text: string): string[] =>
  JSON.parse(text).map(({ paper }: { paper: { id: string } }) => paper.id);

describe('the stand-in for Hugging Face', () => {
  it('shows the newest stored day as the newest weekday, and moves the times of its items with it', async () => {
    expect(feed.days).toEqual(['2026-11-20', '2026-11-19']);
    const { text } = await get('/api/daily_papers?date=2026-11-19');
    expect(JSON.parse(text)).toMatchObject([
      {
        paper: {
          id: '2606.00001',
          submittedOnDailyAt: '2026-11-19T00:00:00.000Z',
          publishedAt: '2026-11-18T00:00:00.000Z',
        },
      },
    ]);
  });

  it('serves days under their own dates when asked to', () => {
    expect(openFeedDays({ folder, shift: false }).days).toEqual(['2026-06-12', '2026-06-10']);
  });

  it('pages with a relative link to the next page, and none on the last', async () => {
    const first = await get('/api/daily_papers?date=2026-11-20');
    expect(idsOf(first.text)).toHaveLength(50);
    expect(first.headers.link).toBe('</api/daily_papers?date=2026-11-20&p=1>; rel="next"');
    const second = await get('/api/daily_papers?date=2026-11-20&p=1');
    expect(idsOf(second.text)).toHaveLength(10);
    expect(second.headers.link).toBeUndefined();
  });

  it('answers newest first without a date', async () => {
    const { text } = await get('/api/daily_papers?limit=100');
    expect(idsOf(text)).toEqual([...many.map(({ paper }) => paper.id), '2606.00001']);
  });

  it.each([
    ['a day without a file', '/api/daily_papers?date=2026-01-02', 200, '[]'],
    ['a weekend', '/api/daily_papers?date=2026-11-21', 200, '[]'],
    ['a malformed date', '/api/daily_papers?date=2026-02-30', 400, '"date"'],
    ['a malformed week', '/api/daily_papers?week=2025-W53', 400, '"week"'],
    ['a malformed month', '/api/daily_papers?month=2026-13', 400, '"month"'],
    ['an order it does not know', '/api/daily_papers?sort=best', 400, '"sort"'],
    ['a week without days', '/api/daily_papers?week=2026-W01', 200, '[]'],
    ['too large a limit', '/api/daily_papers?limit=101', 400, '"limit'],
    ['a paper it knows', '/api/papers/2606.00001', 200, '"id":"2606.00001"'],
    ['a paper it does not know', '/api/papers/2606.77777', 404, '"error"'],
    ['a search', '/api/papers/search?q=2606.00001+decoding', 200, '"id":"2606.00001"'],
    ['the page of a paper', '/papers/2606.00001', 200, 'https://arxiv.org/abs/2606.00001'],
  ])('answers %s', async (_what, path, status, part) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text.replaceAll('\\', '')).toContain(part);
  });

  it.each(['week=2026-W47', 'month=2026-11'])(
    'answers %s with the items of its days by upvotes, in pages',
    async (period) => {
      const all = await get(`/api/daily_papers?${period}&limit=100`);
      const liked = many.toSorted((one, other) => other.paper.upvotes - one.paper.upvotes);
      expect(idsOf(all.text)).toEqual([...liked.map(({ paper }) => paper.id), '2606.00001']);
      const second = await get(`/api/daily_papers?${period}&limit=50&p=1`);
      expect(idsOf(second.text)).toEqual(idsOf(all.text).slice(50));
      expect(second.headers.link).toBeUndefined();
    },
  );

  it('answers what is trending by upvotes, those of older days counting less', async () => {
    const { text } = await get('/api/daily_papers?sort=trending&limit=100');
    const ids = idsOf(text);
    expect(ids).toHaveLength(61);
    // 40 upvotes on the day before weigh less than 41 on the newest.
    expect(ids.at(-1)).toBe('2606.00001');
  });

  it('fails once on demand, then answers again', async () => {
    faults.next({ status: 429, retryAfter: '2' });
    const failed = await get('/api/daily_papers');
    expect([failed.status, failed.headers['retry-after']]).toEqual([429, '2']);
    expect((await get('/api/daily_papers')).status).toBe(200);
  });

  it('fails for the addresses it was told to, until it is cleared', async () => {
    faults.always({ kind: 'html', path: 'date=2026-11-20' });
    expect((await get('/api/daily_papers?date=2026-11-20')).headers['content-type']).toBe('text/html');
    expect((await get('/api/daily_papers?date=2026-11-19')).status).toBe(200);
    faults.clear();
    expect((await get('/api/daily_papers?date=2026-11-20')).headers['content-type']).toContain('json');
    faults.always({ kind: 'reset' });
    await expect(get('/api/daily_papers')).rejects.toThrow('socket hang up');
  });

  it('says how many calls are left, and answers 429 when there are none', async () => {
    const { headers } = await get('/api/daily_papers');
    expect(headers.ratelimit).toMatch(/^"api";r=\d+;t=\d+$/);
    const left = Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);
    for (let call = 0; call < left; call += 1) await get('/api/papers/2606.77777');
    const refused = await get('/api/daily_papers');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});
