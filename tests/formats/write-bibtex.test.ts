// The reading list as BibTeX, read again by two parsers that are not ours.
import { entries as independentEntries } from 'bibtex-parse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, shownAuthors, shownTitle } from '../../lib/formats/export-text';
import { writeBibtex } from '../../lib/formats/write-bibtex';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { anyEntries, example, exampleEntry } from './example-entries';
import { parseBibtex } from './parse-bibtex';

const written = (...entries: ReadingEntry[]) =>
  writeBibtex(
    entries.map((entry) => ({ entry })),
    {},
  );

const withTitle = (title: string) => parseBibtex(written(exampleEntry({ title }))).papers[0]?.title;

describe('an entry', () => {
  it('is what arXiv gives out, with what the reader decided', () => {
    const entry = example({
      category: 'cs.CL',
      repository: 'quiet/margins_2',
      status: 'reading',
      stars: 2,
      tags: ['R&D', 'to cite'],
      note: 'Compare with 50% less.\n\n  - indented_item',
      snoozedUntil: '2026-07-01',
    });
    expect(writeBibtex([entry], {})).toBe(String.raw`@misc{feld2026quiet,
  title = {{Quiet Margins: Reading Papers Where They Are}},
  author = {Feld, Nora and van der Aar, Wim},
  year = {2026},
  month = may,
  eprint = {2605.00042},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/2605.00042},
  keywords = {R\&D, to cite},
  annote = {Compare with 50\% less.

  - indented\_item},
  papergloss = {status: reading, stars: 2, snoozed: 2026-07-01, added: 2026-05-01T10:20:30.123Z, changed: 2026-05-01T10:20:30.123Z, published: 2026-05-04, category: cs.CL, repository: quiet/margins\_2},
}
`);
  });

  it('has year and month of its identifier where nothing else is known', () => {
    const old = written(exampleEntry({ id: 'hep-th/9901001', publishedAt: undefined }));
    expect(old).toContain('  year = {1999},\n  month = jan,\n  eprint = {hep-th/9901001},\n');
  });

  it('has its id for a title that is not known yet', () => {
    expect(written(exampleEntry({ title: '', authors: [] }))).toContain(
      '@misc{arxiv2605.00042,\n  title = {{arXiv:2605.00042}},\n  year',
    );
  });

  it('leaves out a category that is none', () => {
    expect(written(exampleEntry({ category: 'cs}, evil = {' }))).not.toMatch(/primaryClass|evil/);
  });
});

describe('a title', () => {
  it.each([
    'R&B: Domain Regrouping & 90% Less #1_x',
    '$OneMillion-Bench: How Far?',
    'Can LLMs Earn $1 Million?',
    'A Model in $200k',
    'From P(y|x) to P(y): <think> less',
    'UI2Code^N ~ A\\B',
    'x ∈ {4,8} and } open {',
    'Is `cat.n.01` a "cat"? ``No\'\'',
    'one--two---three',
    '{\\em Braces} first',
    'π_RL: 学習 Обучение éß',
    '@misc{no, title = {entry}}',
    '%comment',
    'e\u0301clair',
    'n\u0303o a\u030A',
  ])('“%s” is read as it was', (title) => {
    expect(withTitle(title)).toBe(title);
  });

  it('that begins with an escaped character is no accent to BibTeX', () => {
    expect(written(exampleEntry({ title: '$OneMillion-Bench' }))).toContain('{{{}\\$OneMillion-Bench}}');
  });
});

describe('authors', () => {
  it.each([
    [['Hal Daumé III', 'Wil M. P. van der Aalst'], 'Daumé, III, Hal and van der Aalst, Wil M. P.'],
    [['Gemma Team', 'OpenAI', '王小明'], '{Gemma Team} and {OpenAI} and {王小明}'],
    [['Simon and Garfunkel', 'Feld, Nora, PhD'], '{Simon and Garfunkel} and {Feld, Nora, PhD}'],
    [['AT&T Labs', 'Guy Van den Broeck'], '{AT\\&T Labs} and Van den Broeck, Guy'],
  ])('%j are written %s and read again', (authors, field) => {
    const bibtex = written(exampleEntry({ authors }));
    expect(bibtex).toContain(`author = {${field}},`);
    expect(parseBibtex(bibtex).papers[0]?.authors).toEqual(authors);
  });

  it('may be hundreds', () => {
    const authors = Array.from({ length: 664 }, (_, n) => `Given ${'abcdefghij'[n % 10]}. Family`);
    expect(parseBibtex(written(exampleEntry({ authors }))).papers[0]?.authors).toEqual(authors);
  });
});

describe('keys', () => {
  it('of a part of the list are those of the whole list where that is handed in', () => {
    const [one, other] = ['2605.00001', '2605.00002'].map((id) => exampleEntry({ id }));
    if (!one || !other) throw new Error('two entries are needed');
    expect(writeBibtex([{ entry: other }], { list: [one, other] })).toContain('@misc{feld2026quieta,');
    expect(writeBibtex([{ entry: other }], {})).toContain('@misc{feld2026quiet,');
  });
});

describe('whatever is on the list', () => {
  // What the parsers make of white space of other scripts and of formulas is their business.
  const comparable = (text: string) => text.replace(/\p{Z}+/gu, ' ').trim();
  const withoutFormulas = (entry: ReadingEntry) => ({
    ...entry,
    title: entry.title.replaceAll('$', '€'),
    authors: entry.authors.map((name) => name.replaceAll('$', '€')),
  });

  it('is read without errors, with the same titles and authors', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const list = entries.map(withoutFormulas);
        const { errors, papers } = parseBibtex(written(...list));
        expect(errors).toEqual([]);
        expect(papers.map(({ title }) => comparable(title))).toEqual(
          list.map((entry) => comparable(oneLine(shownTitle(entry)))),
        );
        expect(papers.map(({ authors }) => authors.map(comparable))).toEqual(
          list.map((entry) => shownAuthors(entry).map(comparable)),
        );
      }),
    );
  });

  it('is read without errors where there are dollar signs, too', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { errors, papers } = parseBibtex(written(...entries));
        expect(errors).toEqual([]);
        expect(papers.map(({ fields }) => fields.eprint)).toEqual(entries.map(({ id }) => id));
      }),
    );
  });

  it('has the same entries for a second parser', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const bibtex = written(...entries);
        expect(independentEntries(bibtex).map(({ key }) => key)).toEqual(
          parseBibtex(bibtex).papers.map(({ key }) => key),
        );
        expect(independentEntries(bibtex)).toHaveLength(entries.length);
      }),
    );
  });
});
