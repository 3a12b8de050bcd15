// Files made to break an import: each ends, in what is legible or in a reason the reader can act on, and nothing in it is carried out.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { guardFormula, unguardFormula } from '../../lib/formats/formula-guard';
import { ImportError } from '../../lib/formats/import-error';
import { readCsv } from '../../lib/formats/read-csv';
import { readFile } from '../../lib/formats/read-file';
import { writeCsv } from '../../lib/formats/write-csv';
import { anyText, exampleEntry } from './example-entries';

vi.setConfig({ testTimeout: 120_000 });

const id = '2101.00042';
const entry = (title: string, more = '') => `@misc{k, eprint = {${id}}, title = ${title}${more}}\n`;
const doubling = Array.from({ length: 60 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n');
const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`;
/** A ZIP file that says it would unpack to 4 GB. */
const zip = `PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000${'\ufffd\u0000'.repeat(500)}list.json\uffff\uffffPK\u0005\u0006`;

async function outcome(name: string, text: string): Promise<string> {
  try {
    const { papers, skipped, entries = [] } = await readFile(name, text, async () => {});
    return (
      [...papers, ...entries].map((paper) => paper.id).join() || (skipped.length > 0 ? 'skipped' : 'nothing')
    );
  } catch (error) {
    return error instanceof ImportError ? error.code : String(error);
  }
}

describe('a hostile file', () => {
  it.each<[what: string, name: string, text: string, ends: string]>([
    ['a packed file that calls itself a list', 'list.json', zip, 'nothing-found'],
    ['a packed file that calls itself BibTeX', 'list.bib', zip, 'nothing-found'],
    ['bytes without any text', 'a.csv', '\u0000\ufffd'.repeat(100_000), 'nothing-found'],
    ['lists 100,000 deep', 'a.json', nested(100_000, '[', ']'), 'nothing-found'],
    ['objects 100,000 deep', 'a.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'nothing-found'],
    ['names of prototypes', 'a.json', `[{"__proto__":{"id":"x"},"constructor":{"url":"${id}"}}]`, id],
    [
      'a list of ours with a prototype for an entry',
      'a.json',
      '{"format":"papergloss-reading-list","version":2,"entries":[{"__proto__":{"id":"2101.00042"}}]}',
      'skipped',
    ],
    ['strings that name each other', 'a.bib', `@string{a = b}@string{b = a}\n${entry('a # b')}`, id],
    ['a string that names itself', 'a.bib', `@string{a = a # a}\n${entry('a')}`, id],
    ['strings that double sixty times', 'a.bib', `@string{s0 = "abc"}\n${doubling}\n${entry('s60')}`, id],
    [
      'entries that refer to each other',
      'a.bib',
      `@misc{a, crossref = {b}, eprint = {${id}}}\n@misc{b, crossref = {a}, eprint = {2101.00043}}`,
      `${id},2101.00043`,
    ],
    ['braces 100,000 deep', 'a.bib', entry(nested(100_000, '{', '}')), id],
    ['braces never closed', 'a.bib', `${entry('{x}')}@misc{${'{'.repeat(200_000)}`, id],
    [
      '100,000 entries never closed',
      'a.bib',
      `${entry('{x}')}${'@misc{k, title = {x\n'.repeat(100_000)}`,
      id,
    ],
    ['a table of a million columns', 'a.csv', `${'a,'.repeat(1_000_000)}\n${id}`, id],
    ['a quote never closed', 'a.csv', `id,title\n${id},"${'never ends\n'.repeat(200_000)}`, id],
    ['a record never ended', 'a.ris', `TY  - GEN\nAN  - ${id}\n${'KW  - a\n'.repeat(200_000)}`, id],
    [
      'a value of 200,000 lines',
      'a.ris',
      `TY  - GEN\nAN  - ${id}\nTI  - a\n${'goes on\n'.repeat(200_000)}ER  - `,
      id,
    ],
    ['an endless identifier', 'a.txt', `${'9'.repeat(2_000_000)}.12345 arXiv:${id}`, id],
    ['identifiers run together', 'a.txt', '2101.0004'.repeat(200_000), 'nothing-found'],
  ])('of %s ends', async (_what, name, text, ends) => expect(await outcome(name, text)).toBe(ends));
});

describe('commands in BibTeX', () => {
  it.each([
    '\\input{/etc/passwd}',
    '\\include{x}',
    '\\write18{calc}',
    '\\immediate\\write18{calc}',
    '\\def\\a{\\a\\a}\\a',
    '\\newcommand{\\b}{\\b}\\b',
    '\\loop\\iftrue\\repeat',
    '\\csname end\\endcsname',
    '\\href{javascript:alert(1)}{x}',
    '<script>alert(1)</script>',
    '$\\catcode`\\@=11$',
    '\\verb|x',
    '%',
  ])('are not carried out, and cost no more than the title: %s', async (command) => {
    const { papers } = await readFile('a.bib', entry(`{Before ${command} after}`), async () => {});
    expect(papers.map((paper) => paper.id)).toEqual([id]);
    expect(papers[0]?.title ?? '').not.toMatch(/root:|\n/);
    expect((papers[0]?.title ?? '').length).toBeLessThan(100);
  });
});

describe('cells of a table', () => {
  const cells = (csv: string) =>
    csv.split('\r\n').flatMap((line) => line.replace(/^\ufeff/, '').split(/(?<="),(?=")/));

  it('never begin with what a spreadsheet runs, and are read back as they were', () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", "''@", '＝', '');
    const title = fc.tuple(starts, anyText).map(([start, text]) => `${start}${text}`);
    fc.assert(
      fc.property(title, title, (note, tag) => {
        const guarded = guardFormula(note);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(unguardFormula(guarded)).toBe(note);
        const csv = writeCsv([
          { entry: exampleEntry({ title: tag, note: tag.replace(/\s/g, ' '), authors: [tag] }) },
        ]);
        for (const cell of cells(csv)) expect(cell).not.toMatch(/^"?[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  it('full of semicolons do not make another table of it', () => {
    const kept = exampleEntry({ title: ';\\', authors: ['A', '\\'], note: ';' });
    const { papers, skipped } = readCsv(writeCsv([{ entry: kept }]).slice(1));
    expect(skipped).toEqual([]);
    expect(papers.map(({ title, change }) => [title, change.note])).toEqual([[';\\', ';']]);
  });
});
