// Export and import again. To the millisecond and the character, but for what a format has no place for: it is named in the table.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyImport } from '../../lib/formats/apply-import';
import { type ExportFormat, exportFormats } from '../../lib/formats/export-formats';
import { noteText, oneLine } from '../../lib/formats/export-text';
import { planImport } from '../../lib/formats/plan-import';
import { readFile } from '../../lib/formats/read-file';
import { knownCategory, writtenTags } from '../../lib/formats/reader-state';
import { normalTag } from '../../lib/papers/entry-changes';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { writeReadingListFile } from '../../lib/store/reading-list-file';
import { readingEntries } from '../store/arbitrary-entries';
import { anyEntries, context, exampleEntry } from './example-entries';

// Much work, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const now = Date.UTC(2027, 0, 15);

// Identifiers of months to come are none.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now }));
afterAll(() => void vi.useRealTimers());

async function importedInto(known: ReadonlyMap<string, ReadingEntry>, name: string, text: string) {
  const plan = planImport(await readFile(name, text), known);
  expect(plan.skipped).toEqual([]);
  return plan.papers.map((paper) => applyImport(known.get(paper.id), paper, { now, device: 'aaaa' }));
}

/** What a list is made of, times of changes aside. */
function partsOf(entry: ReadingEntry) {
  const { id, title, authors, publishedAt, category, repository } = entry;
  const { status, stars, tags, note, snoozedUntil, addedAt } = entry;
  const facts = { id, title, authors, publishedAt, category, repository };
  return { ...facts, status, stars, tags, note, snoozedUntil, addedAt };
}

/** What is written at all: text without controls, in one line but for notes. */
function written(entry: ReadingEntry, nameOf: (name: string) => string): ReturnType<typeof partsOf> {
  const note = noteText(entry.note);
  return {
    ...partsOf(entry),
    title: oneLine(entry.title),
    authors: entry.authors.map(oneLine).filter(Boolean).map(nameOf).map(oneLine).filter(Boolean),
    category: knownCategory(entry),
    tags: [...new Set(writtenTags(entry).map(normalTag))].filter(Boolean).sort(),
    note: note.trim() === '' ? '' : note,
  };
}

const formatOf = (id: ExportFormat['id']) => {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new RangeError(`There is no format ${id}.`);
  return format;
};

const same = (name: string) => name;

describe('a list exported and imported again', () => {
  it.each<[ExportFormat['id'], string, (name: string) => string]>([
    ['bibtex', 'nothing', same],
    ['ris', 'commas in names that cannot be divided', (name) => name.replaceAll(',', ' ')],
    ['csl-json', 'nothing', same],
    ['csv', 'semicolons in names', (name) => name.replaceAll(';', ',')],
  ])('as %s is the same; lost is: %s', async (id, _lost, nameOf) => {
    const { write, extension } = formatOf(id);
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        fc.pre(entries.length > 0);
        const text = write(
          entries.map((entry) => ({ entry })),
          context,
        );
        const list = await importedInto(new Map(), `list.${extension}`, text);
        expect(list.map(partsOf)).toEqual(entries.map((entry) => written(entry, nameOf)));
      }),
    );
  });

  it.each<ExportFormat['id']>(['markdown', 'obsidian'])('as %s names the same papers', async (id) => {
    const { write, extension } = formatOf(id);
    const entries = ['2605.00042', '2605.00043', 'hep-th/9901001'].map((paperId) =>
      exampleEntry({ id: paperId, note: 'Read *twice*.', tags: ['a b'], repository: 'quiet/margins' }),
    );
    const text = write(
      entries.map((entry) => ({ entry })),
      context,
    );
    const list = await importedInto(new Map(), `list.${extension}`, text);
    expect(list.map((entry) => entry.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
  });

  it.each<ExportFormat['id']>(['bibtex', 'ris', 'csl-json', 'csv', 'markdown', 'obsidian'])(
    'as %s changes nothing in the list it came from',
    async (id) => {
      const { write, extension } = formatOf(id);
      const entry = exampleEntry({
        status: 'reading',
        stars: 2,
        tags: ['b; c'],
        note: 'One.\n\nTwo & three.',
      });
      const text = write([{ entry }], context);
      expect(await importedInto(new Map([[entry.id, entry]]), `list.${extension}`, text)).toEqual([]);
    },
  );

  it('as our JSON is the same in every part', async () => {
    await fc.assert(
      fc.asyncProperty(readingEntries, async (entries) => {
        const read = await readFile('list.json', writeReadingListFile(entries, now));
        expect(read).toMatchObject({ entries, papers: [], skipped: [] });
      }),
    );
  });
});
