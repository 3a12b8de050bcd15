import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedItems } from '../../lib/feed/feed-schema';

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const fixture = (day: string) => readJson(new URL(`../fixtures/feed/${day}.json`, import.meta.url));

const paper = (fields: object = {}) => ({ id: '2606.00001', title: 'A title', ...fields });
const item = (fields: object = {}, around: object = {}) => ({ paper: paper(fields), ...around });

const picture = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.00001.png';

/** The one paper of an answer that has one. */
function only(json: unknown) {
  const { papers, rejected } = parseFeedItems(json);
  expect(rejected).toEqual([]);
  expect(papers).toHaveLength(1);
  return papers[0];
}

describe('an item of a day', () => {
  it('becomes a paper with everything the feed said', () => {
    const { papers } = parseFeedItems(fixture('2026-06-12'));
    expect(papers.find(({ id }) => id === '2606.18203')).toEqual({
      id: '2606.18203',
      title: 'Drafts That Know When to Stop: Confidence-Gated Speculative Decoding',
      abstract: expect.stringContaining('from 2.3× to 3.1× at equal output'),
      authors: ['Ines Calder', 'Tomasz Brandt', 'Yuki Harada', 'Olu Adeyemi'],
      publishedAt: '2026-06-11',
      day: '2026-06-12',
      upvotes: 214,
      comments: 11,
      summary: expect.stringMatching(/^A tiny gate that predicts/),
      keywords: expect.arrayContaining(['speculative decoding', 'draft model']),
      repository: 'lumen-inference/stopdraft',
      stars: 412,
      projectPage: 'https://lumen-inference.example/stopdraft',
      organization: 'Lumen Inference Group',
      thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.18203.png',
    });
  });

  it('of which only identifier and title are there is a paper, too', () => {
    expect(only([item()])).toEqual({
      id: '2606.00001',
      title: 'A title',
      abstract: '',
      authors: [],
      keywords: [],
    });
  });

  it('takes its day from where it was submitted, not from when it was published', () => {
    const found = only([
      item(
        { submittedOnDailyAt: '2026-06-12T00:00:00.000Z', publishedAt: '2026-06-09T17:59:00.000Z' },
        { publishedAt: '2026-06-08T20:00:00.000Z' },
      ),
    ]);
    expect(found).toMatchObject({ day: '2026-06-12', publishedAt: '2026-06-09' });
  });

  it('is titled by the item, whose title has no line breaks and is the corrected one', () => {
    expect(only([item({ title: 'Old:\n  title' }, { title: 'New title' })])?.title).toBe('New title');
    expect(only([item({ title: 'Old:\n  title' }, { title: 7 })])?.title).toBe('Old: title');
    expect(only([item({ title: 'Old title' }, { title: ' \n ' })])?.title).toBe('Old title');
  });

  it('of an abstract, a title and a summary gets its TeX repaired', () => {
    const text = 'gains of 57.51times at sim24\\%';
    expect(only([item({ title: text, summary: text, ai_summary: text })])).toMatchObject({
      title: 'gains of 57.51× at ∼24%',
      abstract: 'gains of 57.51× at ∼24%',
      summary: 'gains of 57.51× at ∼24%',
    });
  });

  it('may name its organisation on the item or in the paper, by full name where there is one', () => {
    const outside = item(
      { organization: { name: 'inner' } },
      { organization: { name: 'mit', fullname: 'M. I. T.' } },
    );
    expect(only([outside])?.organization).toBe('M. I. T.');
    expect(only([item({ organization: { name: 'inner', fullname: '' } })])?.organization).toBe('inner');
  });

  it.each([
    ['https://github.com/a/b/tree/main/c', 'a/b'],
    ['https://github.com/a/b.git', 'a/b'],
    ['https://github.com/only-an-owner', undefined],
    ['https://gitlab.com/a/b', undefined],
    ['javascript:alert(1)', undefined],
  ])('with the code at %s has the repository %s', (githubRepo, repository) => {
    expect(only([item({ githubRepo })])?.repository).toBe(repository);
  });

  it.each([
    [' https://a.example/page ', 'https://a.example/page'],
    ['http://a.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['https://reader:secret@a.example/', undefined],
    ['a.example', undefined],
    [`https://a.example/${'x'.repeat(2_000)}`, undefined],
  ])('with the project page %s gets the link %s', (projectPage, link) => {
    expect(only([item({ projectPage })])?.projectPage).toBe(link);
  });

  it.each([
    [picture, picture],
    [` ${picture}?v=2\n`, `${picture}?v=2`],
    [picture.replace('https:', 'http:'), undefined],
    [picture.replace('.co/', '.co:8443/'), undefined],
    [picture.replace('.co/', '.co.evil.example/'), undefined],
    [picture.replace('https://', 'https://reader:secret@'), undefined],
    ['https://cdn-thumbnails.example/1.png', undefined],
    ['data:image/png;base64,AAAA', undefined],
    [7, undefined],
  ])('with the thumbnail %s has the picture %s', (thumbnail, address) => {
    expect(only([item({}, { thumbnail })])?.thumbnail).toBe(address);
    expect(only([item({ thumbnail })])?.thumbnail).toBe(address);
  });

  it('loses a field of the wrong type and nothing else', () => {
    const wrong = item(
      {
        summary: 5,
        authors: 'Ada',
        publishedAt: 20260612,
        submittedOnDailyAt: 'soon',
        upvotes: '7',
        ai_summary: [],
        ai_keywords: { 0: 'a' },
        githubRepo: true,
        githubStars: 1.5,
        projectPage: null,
        organization: 'MIT',
      },
      { numComments: -1 },
    );
    expect(only([wrong])).toEqual({
      id: '2606.00001',
      title: 'A title',
      abstract: '',
      authors: [],
      keywords: [],
    });
  });

  it('loses single authors and keywords that are none', () => {
    const found = only([
      item({
        authors: [{ name: 'Ada' }, 'Bob', null, { name: 3 }, { name: ' ' }],
        ai_keywords: ['a', 4, ''],
      }),
    ]);
    expect(found).toMatchObject({ authors: ['Ada'], keywords: ['a'] });
  });

  it('keeps numbers that can be counts and no others', () => {
    for (const upvotes of [0, 1, 240]) expect(only([item({ upvotes })])?.upvotes).toBe(upvotes);
    for (const upvotes of [-1, 0.5, Number.NaN, 2 ** 60, '3', null]) {
      expect(only([item({ upvotes })])?.upvotes).toBeUndefined();
    }
  });

  it('is cut where it is longer than any real paper', () => {
    const long = 'word '.repeat(2_000);
    const longName = 'name '.repeat(50);
    const found = only([
      item({
        title: long,
        summary: long,
        ai_summary: long,
        ai_keywords: Array.from({ length: 3_000 }, (_, index) => `${index} ${longName}`),
        authors: Array.from({ length: 5_000 }, () => ({ name: longName })),
        organization: { name: long },
      }),
    ]);
    expect(found?.title.length).toBeLessThanOrEqual(400);
    expect(found?.abstract.length).toBeLessThanOrEqual(8_000);
    expect(found?.summary?.length).toBeLessThanOrEqual(600);
    expect(found?.keywords).toHaveLength(40);
    expect(found?.keywords[0]?.length).toBeLessThanOrEqual(80);
    expect(found?.authors).toHaveLength(2_000);
    expect(found?.authors[0]?.length).toBeLessThanOrEqual(120);
    expect(found?.organization?.length).toBeLessThanOrEqual(120);
  });

  it('keeps all of 664 authors', () => {
    const names = Array.from({ length: 664 }, (_, index) => `Author Number ${index + 1}`);
    expect(only([item({ authors: names.map((name) => ({ name, hidden: false })) })])?.authors).toEqual(names);
  });

  it('keeps markup as the text it is and drops what is invisible', () => {
    const found = only([item({ title: '<img src=x onerror=alert(1)>\u202e evil\u0000' })]);
    expect(found?.title).toBe('<img src=x onerror=alert(1)> evil');
  });

  it('with keys of prototypes changes nothing but itself', () => {
    const json = JSON.parse(
      '[{"__proto__":{"polluted":1},"paper":{"id":"2606.00001","title":"A","constructor":1,"__proto__":{"upvotes":9}}}]',
    );
    expect(only(json)).toEqual({
      id: '2606.00001',
      title: 'A',
      abstract: '',
      authors: [],
      keywords: [],
    });
    expect('polluted' in {}).toBe(false);
  });
});

describe('a list of papers', () => {
  it('may be flat, as the answer about a single paper is', () => {
    const flat = paper({ summary: 'What it says.', upvotes: 3, numComments: 2 });
    expect(only([flat])).toMatchObject({ abstract: 'What it says.', upvotes: 3, comments: 2 });
  });

  it('may mix both forms, as the search does', () => {
    const { papers } = parseFeedItems([item(), paper({ id: '2606.00002' })]);
    expect(papers.map(({ id }) => id)).toEqual(['2606.00001', '2606.00002']);
  });

  it('keeps of a paper that is named twice the first place and the last data', () => {
    const { papers, rejected } = parseFeedItems([
      item({ upvotes: 1 }),
      item({ id: '2606.00002' }),
      item({ id: '2606.00001v2', upvotes: 5 }),
    ]);
    expect(papers.map(({ id, upvotes }) => [id, upvotes])).toEqual([
      ['2606.00001', 5],
      ['2606.00002', undefined],
    ]);
    expect(rejected).toEqual([]);
  });

  it('goes on after a bad item, which it names', () => {
    const { papers, rejected } = parseFeedItems(fixture('2026-06-10'));
    expect(papers).toHaveLength(6);
    expect(rejected).toEqual([
      { index: 6, id: 'withdrawn-submission', reason: 'the identifier is none of arXiv' },
    ]);
  });

  it.each([
    ['null', null, 'an item was expected, not null'],
    ['a text', 'paper', 'an item was expected, not a string'],
    ['a list', [[]], 'an item was expected, not a list'],
    ['an item around a number', { paper: 4 }, 'a paper was expected, not a number'],
    ['a paper without identifier', { paper: { title: 'A' } }, 'the paper has no identifier'],
    [
      'a paper with a number for identifier',
      { paper: { id: 2606.1, title: 'A' } },
      'the paper has no identifier',
    ],
    ['a paper without title', { paper: { id: '2606.00001' } }, 'the paper has no title'],
    ['a paper with an object for title', item({ title: {} }), 'the paper has no title'],
    ['a paper whose title is invisible', item({ title: '\u200b\u202e' }), 'the paper has no title'],
  ])('rejects %s with the reason', (_name, bad, reason) => {
    const { papers, rejected } = parseFeedItems([
      item({ id: '2606.00009' }),
      ...(Array.isArray(bad) ? bad : [bad]),
    ]);
    expect(papers.map(({ id }) => id)).toEqual(['2606.00009']);
    expect(rejected).toMatchObject([{ index: 1, reason }]);
  });

  it.each([
    [{ error: 'down' }, 'an object'],
    [null, 'null'],
    ['<html>', 'a string'],
    [undefined, 'a undefined'],
  ])('that is none, but %j, is one rejected row', (json, what) => {
    expect(parseFeedItems(json)).toEqual({
      papers: [],
      rejected: [{ index: -1, reason: `a list was expected, not ${what}` }],
    });
  });

  it('never throws, and accounts for every item, whatever it is given', () => {
    const field = fc.constantFrom(
      ...[
        'paper',
        'id',
        'title',
        'summary',
        'authors',
        'upvotes',
        'ai_keywords',
        'organization',
        '__proto__',
      ],
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.anything(),
        fc.constantFrom('2606.00001', 'hep-th/9901001', 'https://github.com/a/b'),
        fc.string({ unit: 'binary' }),
        fc.dictionary(field, tie('any')),
        fc.array(tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(value), (items) => {
        const { papers, rejected } = parseFeedItems(items);
        expect(papers.length + rejected.length).toBeLessThanOrEqual(items.length);
        expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
        for (const { id, title, projectPage = 'https:', thumbnail = picture } of papers) {
          expect(id && title).toBeTruthy();
          expect(projectPage).toMatch(/^https:/);
          expect(new URL(thumbnail).origin).toBe(new URL(picture).origin);
        }
      }),
    );
  });
});

const realDays = new URL('../../../shared/feed/days/', import.meta.url);

describe('the real feed', () => {
  it.skipIf(!existsSync(realDays))(
    'parses with no item lost (needs ../shared/feed/days)',
    () => {
      const files = readdirSync(realDays).filter((name) => name.endsWith('.json'));
      const counts = {
        items: 0,
        papers: 0,
        rejected: 0,
        codes: 0,
        summaries: 0,
        organizations: 0,
        thumbnails: 0,
        authors: 0,
      };
      for (const name of files) {
        const json = readJson(new URL(name, realDays)) as unknown[];
        const { papers, rejected } = parseFeedItems(json);
        counts.items += json.length;
        counts.papers += papers.length;
        counts.rejected += rejected.length;
        counts.codes += papers.filter(({ repository }) => repository).length;
        counts.summaries += papers.filter(({ summary }) => summary).length;
        counts.organizations += papers.filter(({ organization }) => organization).length;
        counts.thumbnails += papers.filter(({ thumbnail }) => thumbnail).length;
        counts.authors = Math.max(counts.authors, ...papers.map(({ authors }) => authors.length));
      }
      expect(files).toHaveLength(454);
      expect(counts).toMatchObject({
        items: 7553,
        papers: 7553,
        rejected: 0,
        summaries: 4349,
        organizations: 1903,
        thumbnails: 7451,
        authors: 664,
      });
      // Of 2,623 addresses a few name an owner only.
      expect(counts.codes).toBeGreaterThan(2600);
    },
    60_000,
  );
});
