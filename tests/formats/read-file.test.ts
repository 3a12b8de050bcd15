import { describe, expect, it, vi } from 'vitest';
import { ImportError } from '../../lib/formats/import-error';
import { maxFileLength } from '../../lib/formats/imported-paper';
import { readFile } from '../../lib/formats/read-file';
import { writeReadingListFile } from '../../lib/store/reading-list-file';
import { entry, now } from '../store/stored-papers';
import { fixtureText } from './fixture-text';

// Much work, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const codeOf = (name: string, text: string) =>
  readFile(name, text).then(
    () => 'read',
    (error) => (error instanceof ImportError ? error.code : error),
  );

describe('a file to be imported', () => {
  it.each([
    ['zotero.bib', 'bibtex'],
    ['zotero.ris', 'ris'],
    ['zotero.csv', 'csv'],
    ['sheet.csv', 'csv'],
    ['zotero-csl.json', 'csl-json'],
    ['papermemory.json', 'papermemory'],
  ])('%s is known as %s by what it says, whatever its name', async (name, format) => {
    expect((await readFile('', fixtureText(name))).format).toBe(format);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['UTF-16 taken for UTF-8', (text: string) => `\ufffd\ufffd${text.replace(/./gs, '$&\0')}`],
  ])('may have %s', async (_what, disturb) => {
    const text = '@misc{k,\n  eprint = {2101.00042},\n  title = {Margins}\n}\n';
    expect(await readFile('a.bib', disturb(text))).toEqual({
      format: 'bibtex',
      papers: [{ id: '2101.00042', title: 'Margins', change: {} }],
      skipped: [],
    });
  });

  it('that is a text gives the ids in it, each once', async () => {
    const text = 'Read 2101.00042, [this](https://arxiv.org/abs/hep-th/9901001v2) and arXiv:2101.00042v3.';
    expect(await readFile('mail.txt', text)).toEqual({
      format: 'list',
      papers: [
        { id: '2101.00042', change: {} },
        { id: 'hep-th/9901001', change: {} },
      ],
      skipped: [],
    });
  });

  it('that is JSON of no known kind gives the ids in it', async () => {
    const { format, papers } = await readFile(
      'a.json',
      String.raw`{"bar":[{"href":"https:\/\/arxiv.org\/abs\/2101.00042"}]}`,
    );
    expect([format, papers.map(({ id }) => id)]).toEqual(['list', ['2101.00042']]);
  });

  it('of our own gives whole entries, and names those that are none', async () => {
    const good = entry('2606.00001');
    const text = writeReadingListFile([good, { ...good, id: 'x' }], now);
    expect(await readFile('list.json', text)).toEqual({
      format: 'json',
      papers: [],
      entries: [good],
      skipped: [{ where: '2', code: 'not-an-entry', detail: 'id is no paper id' }],
    });
  });

  it.each([
    ['an empty file', 'a.txt', '', 'nothing-found'],
    ['a text without ids', 'a.txt', 'Nothing to see.', 'nothing-found'],
    ['JSON that breaks off', 'a.json', '{"a": "2101.00042"', 'unreadable'],
    [
      'a list of ours that breaks off',
      'a.txt',
      writeReadingListFile([entry('2606.00001')], now).slice(0, -9),
      'unreadable',
    ],
    ['a list of ours without entries', 'a.json', '{"format":"papergloss-reading-list"}', 'unreadable'],
    [
      'a list of a later version',
      'a.json',
      '{"format":"papergloss-reading-list","version":99,"entries":[]}',
      'newer-version',
    ],
    ['more than 50 MB', 'a.txt', 'x'.repeat(maxFileLength + 1), 'too-large'],
    ['20,001 papers', 'a.txt', papersInText(20_001), 'too-large'],
    ['20,000 papers', 'a.txt', papersInText(20_000), 'read'],
    ['a deeply nested file', 'a.json', '['.repeat(100_000) + ']'.repeat(100_000), 'nothing-found'],
    ['a file whose papers are all elsewhere', 'a.bib', '@misc{a, title = {Elsewhere}}', 'read'],
  ])('%s ends as it should', async (_what, name, text, code) => {
    expect(await codeOf(name, text)).toBe(code);
  });
});

function papersInText(count: number): string {
  const id = (index: number) =>
    `${2101 + Math.floor(index / 9_000)}.${String((index % 9_000) + 1).padStart(5, '0')}`;
  return Array.from({ length: count }, (_, index) => id(index)).join('\n');
}
