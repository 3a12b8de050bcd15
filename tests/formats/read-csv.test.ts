import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../lib/formats/read-csv';
import { fixtureText } from './fixture-text';

describe('a CSV file', () => {
  it('of Zotero gives papers, names, days, tags and notes, and what was skipped', () => {
    expect(readCsv(fixtureText('zotero.csv'))).toEqual({
      format: 'csv',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins Are All You Need, Really',
          authors: ['Ada Quill', 'Jan Page'],
          publishedAt: '2021-01-05',
          change: { addTags: ['marginalia', 'to cite'], note: 'Good & short.' },
          addedAt: Date.UTC(2021, 1, 3, 10),
        },
      ],
      skipped: [{ where: '3', code: 'no-arxiv-id', detail: 'Not on the Preprint Server' }],
    });
  });

  it("of a reader's own table is read by the names of its columns", () => {
    expect(readCsv(fixtureText('sheet.csv'))).toEqual({
      format: 'csv',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins',
          change: { status: 'done', addTags: ['marginalia', 'notes'], note: 'fine,\nreally' },
        },
        { id: '2101.00043', title: 'Todo one', change: { status: 'to-read' } },
      ],
      skipped: [{ where: '5', code: 'no-arxiv-id', detail: 'No link yet' }],
    });
  });

  it.each([[','], [';'], ['\t'], ['|']])('may divide its cells with %j', (delimiter) => {
    const rows = [
      ['TITLE', 'ArXiv ID', 'Tags'],
      ['Margins', '2101.00042', 'x'],
      ['Notes', '2101.00043', 'y'],
    ];
    const { papers } = readCsv(rows.map((row) => row.join(delimiter)).join('\n'));
    expect(papers.map(({ id, title }) => [id, title])).toEqual([
      ['2101.00042', 'Margins'],
      ['2101.00043', 'Notes'],
    ]);
  });

  it('may hold the paper in a column of any name', () => {
    expect(readCsv('Title,Where I found it\nMargins,see arXiv:2101.00042\n').papers).toEqual([
      { id: '2101.00042', title: 'Margins', change: {} },
    ]);
  });

  it('without names of columns gives all ids of a row', () => {
    const { papers, skipped } = readCsv('2101.00042,https://arxiv.org/abs/2101.00043\nnothing,here\n');
    expect(papers.map(({ id }) => id)).toEqual(['2101.00042', '2101.00043']);
    expect(skipped).toEqual([{ where: '2', code: 'no-arxiv-id', detail: 'nothing, here' }]);
  });

  it.each([
    ['Ada Quill, Jan van der Page', ['Ada Quill', 'Jan van der Page']],
    ['Quill, Ada', ['Ada Quill']],
    ['Quill, Ada and Page, Jan', ['Ada Quill', 'Jan Page']],
    ['Ada Quill, Jan Page, and Zoé Müller', ['Ada Quill', 'Jan Page', 'Zoé Müller']],
  ])('gives the authors %j by name', (authors, names) => {
    const { papers } = readCsv(`id,title,authors\n2101.00042,Margins,"${authors}"\n`);
    expect(papers[0]?.authors).toEqual(names);
  });

  it('whose quotes are never closed says in which row', () => {
    const { skipped } = readCsv('id,title\n2101.00042,Fine\n2101.00043,"open\n2101.00044,Lost\n');
    expect(skipped[0]).toMatchObject({ where: '3', code: 'malformed' });
  });

  it('of any characters gives no error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(',', '"', '\n', '\r', 'id', 'title', "'=", ';', 'a'), { maxLength: 30 }),
        (pieces) => {
          expect(readCsv(pieces.join('')).papers).toEqual([]);
        },
      ),
    );
  });

  it('of a hundred thousand rows is read', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `"Row ${row}",${row < 2 ? '2101.00042' : ''}`);
    const { papers, skipped } = readCsv(`title,id\n${rows.join('\n')}\n`);
    expect(papers.length).toBe(1);
    expect(skipped.length).toBe(99_999);
  }, 60_000);
});
