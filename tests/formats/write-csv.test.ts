// The reading list as CSV.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { noteText, oneLine } from '../../lib/formats/export-text';
import { guardFormula, unguardFormula } from '../../lib/formats/formula-guard';
import { writeCsv } from '../../lib/formats/write-csv';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { anyEntries, anyText, example } from './example-entries';

const written = (...entries: ReadingEntry[]) => writeCsv(entries.map((entry) => ({ entry })));

const rows = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace('\ufeff', '').trimEnd(), { header: true }).data;

describe('the table', () => {
  it('begins with a byte order mark and the names of its columns', () => {
    expect(writeCsv([])).toMatch(/^\ufeff"id","title","authors","published",/);
  });

  it('has a row a paper', () => {
    const { entry } = example({
      repository: 'quiet/margins',
      status: 'reading',
      stars: 2,
      tags: ['a b', 'c'],
      note: 'He said "no",\nthen left',
      snoozedUntil: '2026-07-01',
    });
    expect(rows(written(entry))).toEqual([
      {
        id: '2605.00042',
        title: 'Quiet Margins: Reading Papers Where They Are',
        authors: 'Nora Feld; Wim van der Aar',
        published: '2026-05-04',
        category: '',
        repository: 'quiet/margins',
        status: 'reading',
        stars: '2',
        tags: 'a b, c',
        note: 'He said "no",\nthen left',
        snoozed_until: '2026-07-01',
        added: '2026-05-01T10:20:30.123Z',
        changed: '2026-05-01T10:20:30.123Z',
        url: 'https://arxiv.org/abs/2605.00042',
      },
    ]);
  });
});

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', "'\n=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['1-2', '1-2'],
    ['', ''],
  ])('of %j is written %j', (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
    expect(unguardFormula(cell)).toBe(text);
  });

  it('never begins like a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });
});

describe('whatever is on the list', () => {
  it('comes back from the table', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const csv = written(...entries);
        expect(csv.isWellFormed()).toBe(true);
        const read = entries.length > 0 ? rows(csv) : [];
        expect(
          read.map(({ id, title, note }) => [id, unguardFormula(title ?? ''), unguardFormula(note ?? '')]),
        ).toEqual(entries.map(({ id, title, note }) => [id, oneLine(title), noteText(note)]));
      }),
    );
  });
});
