import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPaperIds, type PaperReference, paperIdFromUrl, parsePaperId } from '../../lib/papers/paper-id';
import { anyText } from './any-text';

/** The expected paper in short: `id`, `id v2`, or '' for none. */
const inShort = (paper: PaperReference | undefined) =>
  paper ? [paper.id, ...(paper.version ? [`v${paper.version}`] : [])].join(' ') : '';

describe('parsePaperId', () => {
  it.each([
    ['2412.17747', '2412.17747'],
    ['2412.17747v12', '2412.17747 v12'],
    ['1501.00001V3', '1501.00001 v3'],
    ['0704.0001', '0704.0001'],
    ['1412.9999', '1412.9999'],
    ['hep-th/9107001', 'hep-th/9107001'],
    ['MATH.gt/0703999v2', 'math/0703999 v2'],
    ['cond-mat.mes-hall/0506001', 'cond-mat/0506001'],
    ['arXiv:2412.17747', '2412.17747'],
    ['arXiv:0706.0001v1 [q-bio.CB]', '0706.0001 v1'],
    ['10.48550/arXiv.2412.17747', '2412.17747'],
    ['doi:10.48550/ARXIV.hep-th/9901001', 'hep-th/9901001'],
  ])('reads %s', (text, expected) => expect(inShort(parsePaperId(text))).toBe(expected));

  it.each([
    ['an impossible month', '2413.00001'],
    ['month zero', '2400.00001'],
    ['number zero', '2412.00000'],
    ['five digits before 2015', '1412.00001'],
    ['four digits after 2014', '1501.0001'],
    ['the new style before April 2007', '0703.0001'],
    ['the old style after March 2007', 'math/0704001'],
    ['the old style before arXiv', 'math/9106001'],
    ['an archive that never was', 'stat/9901001'],
    ['an eighth digit', 'hep-th/99010011'],
    ['version zero', '2412.17747v0'],
    ['a version without a number', '2412.17747v'],
    ['surrounding white space', ' 2412.17747'],
    ['a path', '/2412.17747'],
    ['full-width digits', '２４１２.１７７４７'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(parsePaperId(text)).toBeUndefined());

  it('leaves the version out where the text names none', () =>
    expect(parsePaperId('2412.17747')).toStrictEqual({ id: '2412.17747' }));
});

describe('paperIdFromUrl', () => {
  it.each([
    ['https://arxiv.org/abs/2412.17747', '2412.17747'],
    ['http://www.arxiv.org/pdf/2412.17747v2.pdf?download=1#page=3', '2412.17747 v2'],
    ['https://export.arxiv.org/abs//2412.17747//', '2412.17747'],
    ['//arxiv.org/html/2412.17747v1/x1.png', '2412.17747 v1'],
    ['arxiv.org/abs/math.GT/0309136', 'math/0309136'],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/2412.17747).', '2412.17747'],
    ['https://arxiv.org/ftp/cs/papers/0506/0506001.pdf', 'cs/0506001'],
    ['https://arxiv.org/abs?archive=cs&papernum=0506001', 'cs/0506001'],
    ['https://arxiv.org/bibtex/2412.17747', '2412.17747'],
    ['https://ar5iv.org/html/2412.17747', '2412.17747'],
    ['https://www.alphaxiv.org/overview/2412.17747v2', '2412.17747 v2'],
    ['https://huggingface.co/papers/2412.17747#community', '2412.17747'],
    ['https://huggingface.co/api/arxiv/2412.17747/repos', '2412.17747'],
    ['https://huggingface.co/papers/index?arxivId=2412.17747', '2412.17747'],
    ['https://huggingface.co/datasets?other=arxiv%3A2412.17747', '2412.17747'],
    ['hf://papers/2412.17747', '2412.17747'],
    ['https://doi.org/10.48550%2FarXiv.2412.17747', '2412.17747'],
    ['doi:10.48550/arxiv.2412.17747', '2412.17747'],
    ['https://api.semanticscholar.org/arXiv:2412.17747', '2412.17747'],
    ['https://ui.adsabs.harvard.edu/abs/2008arXiv0801.1234S', '0801.1234'],
    ['https://img.shields.io/badge/arXiv%3A2412.17747-b31b1b.svg', '2412.17747'],
    ['https://img.shields.io/static/v1?label=arXiv&message=2412.17747', '2412.17747'],
  ])('reads %s', (url, expected) => expect(inShort(paperIdFromUrl(url))).toBe(expected));

  it.each([
    ['another host', 'https://example.org/abs/2412.17747'],
    ['a host that ends alike', 'https://notarxiv.org/abs/2412.17747'],
    ['a host that begins alike', 'https://arxiv.org.evil.example/abs/2412.17747'],
    ['arXiv as user name', 'https://arxiv.org@evil.example/abs/2412.17747'],
    ['another scheme', 'javascript://arxiv.org/abs/2412.17747'],
    ['a path of its own', '/abs/2412.17747'],
    ['a list', 'https://arxiv.org/list/cs.CL/2412'],
    ['a search', 'https://arxiv.org/search/?query=2412.17747'],
    ['a day of papers', 'https://huggingface.co/papers/date/2024-12-17'],
    ['the DOI of others', 'https://doi.org/10.1234/2412.17747'],
    ['a longer number', 'https://arxiv.org/abs/2412.177471'],
    ['an impossible month', 'https://arxiv.org/abs/2413.17747'],
    ['a bare identifier', '2412.17747'],
    ['no address', 'http://[bad'],
    ['nothing', ''],
  ])('refuses %s', (_, url) => expect(paperIdFromUrl(url)).toBeUndefined());

  it('takes a URL object', () =>
    expect(paperIdFromUrl(new URL('https://arxiv.org/abs/2412.17747v2'))).toStrictEqual({
      id: '2412.17747',
      version: 2,
    }));
});

describe('findPaperIds', () => {
  const november2026 = Date.UTC(2026, 10, 23);

  it.each([
    ['see arXiv:2412.17747, 2412.17748 and 2412.17749v2.', '2412.17747 2412.17748 2412.17749'],
    ['@misc{x, eprint={2412.17747}, journal={CoRR}, volume={abs/1706.03762}}', '2412.17747 1706.03762'],
    ['(https://arxiv.org/abs/2412.17747).', '2412.17747'],
    [
      '[paper](https://arxiv.org/abs/2412.17747)[code](https://arxiv.org/abs/1706.03762)',
      '2412.17747 1706.03762',
    ],
    ['huggingface.co/papers/2412.17747;doi:10.48550/arXiv.1706.03762', '2412.17747 1706.03762'],
    ['本文arXiv:2412.17747提出（arXiv：1706.03762）。', '2412.17747 1706.03762'],
    ['代码https://github.com/a/b。另见2412.17747', '2412.17747'],
    ['arXiv:2412.\u00ad17747', '2412.17747'],
    ['math.GT/0309136 and cond-mat/9805021v2', 'math/0309136 cond-mat/9805021'],
    ['2412.17747 again 2412.17747v2', '2412.17747'],
  ])('finds the identifiers in %j', (text, expected) =>
    expect(findPaperIds(text, november2026).join(' ')).toBe(expected),
  );

  it.each([
    ['a price', '$1202.1234 or €1202.1234'],
    ['thousands', '1,2106.09685'],
    ['part of a number', '12106.09685, 2106.096851, 1.2106.09685, 2106.09685.1'],
    ['part of a word', 'x2106.09685, 2106.09685beta, paper_2106.09685'],
    ['a share', '1202.1234%'],
    ['a measured value', 'x = 1202.1234(5)'],
    ['a file', 'figures/2106.09685/fig1.png 2106.09685.pdf'],
    ['the address of others', 'https://example.org/2106.09685 example.org/hep-th/9901001'],
    ['the DOI of others', 'doi:10.1080/2106.09685'],
    ['a month to come', '2612.00001 arXiv:9901.12345'],
    ['a class before the new style', 'arXiv:hep-th/1601.07616'],
    ['a date', '2023.10.15 20.12.2023'],
  ])('does not take %s for one', (_, text) => expect(findPaperIds(text, november2026)).toEqual([]));

  it('answers for megabytes of hostile text', () => {
    for (const piece of ['/', '1', 'a.', 'a-', '1,', 'arxiv:', '/abs', '2401.0000 ', 'cs/', 'https://']) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(findPaperIds(text)).toEqual([]);
      expect(paperIdFromUrl(`https://arxiv.org/${text}`)).toBeUndefined();
      expect(parsePaperId(text)).toBeUndefined();
    }
  });
});

describe('identifiers built from the grammar', () => {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const month = fc.integer({ min: 1, max: 12 });
  const newStyle = fc
    .tuple(fc.integer({ min: 8, max: 25 }), month, fc.integer({ min: 1, max: 99_999 }))
    .map(
      ([year, inYear, number]) =>
        `${pad(year, 2)}${pad(inYear, 2)}.${year < 15 ? pad((number % 9999) + 1, 4) : pad(number, 5)}`,
    );
  const archive = fc.constantFrom(
    'hep-th',
    'math',
    'math-ph',
    'cs',
    'cond-mat',
    'q-bio',
    'nucl-ex',
    'supr-con',
  );
  const oldStyle = fc
    .tuple(archive, fc.constantFrom(92, 95, 99, 0, 3, 6), month, fc.integer({ min: 1, max: 999 }))
    .map(([name, year, inYear, number]) => `${name}/${pad(year, 2)}${pad(inYear, 2)}${pad(number, 3)}`);
  const anyId = fc.oneof(newStyle, oldStyle);
  const version = fc.integer({ min: 1, max: 999 });

  it('are read back with and without version', () =>
    fc.assert(
      fc.property(anyId, version, (id, number) => {
        expect(parsePaperId(id)).toStrictEqual({ id });
        expect(parsePaperId(`arXiv:${id}v${number}`)).toStrictEqual({ id, version: number });
      }),
    ));

  it('are read back from the addresses of abstract, PDF and DOI', () =>
    fc.assert(
      fc.property(anyId, version, (id, number) => {
        expect(paperIdFromUrl(`https://arxiv.org/abs/${id}v${number}`)).toStrictEqual({
          id,
          version: number,
        });
        expect(paperIdFromUrl(`https://arxiv.org/pdf/${id}.pdf`)).toStrictEqual({ id });
        expect(paperIdFromUrl(`10.48550/arXiv.${id}`)).toStrictEqual({ id });
      }),
    ));

  it('are found in text, each once and in order', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(anyId, { maxLength: 8 }),
        fc.constantFrom(' ', ', ', '; arXiv:', ') ('),
        (ids, between) => {
          expect(findPaperIds(`${ids.join(between)} ${ids.join(' ')}`)).toEqual(ids);
        },
      ),
    ));

  it('are read whatever the case of the archive', () =>
    fc.assert(
      fc.property(oldStyle, (id) => {
        expect(parsePaperId(id.toUpperCase())).toStrictEqual({ id });
      }),
    ));

  it('are not found inside longer runs of digits', () =>
    fc.assert(
      fc.property(anyId, fc.stringMatching(/^\d{2,9}$/), (id, digits) => {
        expect(findPaperIds(`${id}${digits}`)).toEqual([]);
        expect(findPaperIds(`${digits}${id}`)).toEqual([]);
        expect(parsePaperId(`${id}${digits}`)).toBeUndefined();
        expect(paperIdFromUrl(`https://arxiv.org/abs/${id}${digits}`)).toBeUndefined();
      }),
    ));
});

describe('any text', () => {
  it('makes nothing throw, and every identifier found is one that parsePaperId accepts', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((path) => `https://arxiv.org/${path}`),
          fc
            .array(
              fc.constantFrom(
                'arXiv:',
                '2412.17747',
                'hep-th/9901001',
                '1',
                '/',
                '.',
                'v2',
                ' ',
                'https://arxiv.org/abs/',
                '%2F',
                '%',
                '?id=',
                '-',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          for (const id of findPaperIds(text)) expect(parsePaperId(id)).toStrictEqual({ id });
          for (const paper of [parsePaperId(text), paperIdFromUrl(text)]) {
            if (paper) expect(parsePaperId(paper.id)).toStrictEqual({ id: paper.id });
          }
        },
      ),
      { numRuns: 1000 },
    ));
});

interface Case<Expected> {
  input: string;
  expect: Expected;
}
type ExpectedPaper = { id: string; version: number | null } | null;

const casesFile = new URL('../../../shared/ids/cases.json', import.meta.url);
const present = existsSync(casesFile);
const cases: { ids: Case<ExpectedPaper>[]; urls: Case<ExpectedPaper>[]; text: Case<string[]>[] } = present
  ? JSON.parse(readFileSync(casesFile, 'utf8'))
  : { ids: [], urls: [], text: [] };

/** Cases that do not hold, and why. */
const exceptions: Record<string, string> = {
  'see arxiv:1201.12345':
    'arXiv issued four digits in 2012, so no such paper exists; parsePaperId refuses it (as the same cases ask for 1203.12345), ' +
    'and a message that carried it would be refused as a whole',
};

describe('the cases of other projects', () => {
  const expected = (paper: ExpectedPaper) =>
    paper ? { id: paper.id, ...(paper.version === null ? {} : { version: paper.version }) } : undefined;

  it.skipIf(!present)('hold for single identifiers (needs ../shared/ids)', () => {
    expect(cases.ids.length).toBeGreaterThan(100);
    for (const { input, expect: paper } of cases.ids) {
      expect(parsePaperId(input), input).toStrictEqual(expected(paper));
    }
  });

  it.skipIf(!present)('hold for addresses (needs ../shared/ids)', () => {
    expect(cases.urls.length).toBeGreaterThan(100);
    for (const { input, expect: paper } of cases.urls) {
      expect(paperIdFromUrl(input), input).toStrictEqual(expected(paper));
    }
  });

  it.skipIf(!present)('hold for running text but for one (needs ../shared/ids)', () => {
    const failing = cases.text.filter(({ input, expect: ids }) => findPaperIds(input).join() !== ids.join());
    expect(cases.text.length).toBeGreaterThan(10);
    expect(failing.map(({ input }) => input)).toEqual(Object.keys(exceptions));
  });
});
