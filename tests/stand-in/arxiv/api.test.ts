// The stand-in for arXiv's API, read as the extension reads the real one.
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseAtom } from '../../../lib/arxiv/parse-atom';
import { createArxiv } from '../arxiv.mjs';
import { createFaults } from '../faults.mjs';
import { openFeedDays } from '../feed-days.mjs';
import { openPapers } from '../papers.mjs';
import { papersOutsideFeed } from './api.mjs';

const papers = openPapers(openFeedDays({ shift: false }));
const newest = papers.newest(30).filter(({ id }) => papers.find(id));
const faults = createFaults();
const site = createArxiv({ papers, faults });
let host = 'export.arxiv.org';
const server = createServer((request, response) => {
  void site(request, response, new URL(request.url ?? '', `https://${host}`));
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => {
  host = 'export.arxiv.org';
  faults.clear();
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(query: string): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    get({ port, path: `/api/query?${query}`, host: '127.0.0.1' }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    }).on('error', reject);
  });
}

const idsOf = (text: string) => parseAtom(text).papers.map(({ id }) => id);

describe("the stand-in for arXiv's API", () => {
  it('knows papers of the feed', async () => {
    const [paper] = newest;
    const { status, text } = await ask(`id_list=${paper?.id}`);
    expect(status).toBe(200);
    expect(parseAtom(text).papers).toMatchObject([{ id: paper?.id, authors: paper?.authors }]);
  });

  it('knows papers no feed has, with whatever their titles hold', async () => {
    const { text } = await ask(`id_list=${papersOutsideFeed.map(({ id }) => id).join(',')}`);
    const byDay = [...papersOutsideFeed].sort((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1));
    expect(parseAtom(text).papers).toEqual(byDay);
  });

  it('sends ten papers unless it is told how many', async () => {
    const list = newest.map(({ id }) => id);
    expect(list.length).toBeGreaterThan(12);
    expect(idsOf((await ask(`id_list=${list.join(',')}`)).text)).toHaveLength(10);
    const all = await ask(`id_list=${list.join(',')}&max_results=${list.length}`);
    expect(idsOf(all.text).sort()).toEqual([...list].sort());
  });

  it('leaves out what it does not know', async () => {
    const { text } = await ask('id_list=2606.99999,1403.9903v1');
    expect(parseAtom(text)).toMatchObject({ papers: [{ id: '1403.9903' }], complaints: [], promised: 1 });
  });

  it('refuses the whole call for one malformed identifier', async () => {
    const { status, text } = await ask('id_list=1403.9903,no-paper');
    expect(status).toBe(400);
    expect(parseAtom(text)).toEqual({
      papers: [],
      complaints: ['incorrect id format for no-paper'],
      promised: 1,
    });
  });

  it('fails once on demand, and leaves alone what was meant for others', async () => {
    faults.next({ status: 500, path: '/api/daily_papers' });
    faults.next({ status: 429, retryAfter: '20', path: '/api/query' });
    const refused = await ask('id_list=1403.9903');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '20']);
    expect((await ask('id_list=1403.9903')).status).toBe(200);
  });

  it('answers on the host of the API alone', async () => {
    host = 'arxiv.org';
    expect((await ask('id_list=1403.9903')).status).toBe(404);
  });
});
