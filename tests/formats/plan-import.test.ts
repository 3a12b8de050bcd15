import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyImport } from '../../lib/formats/apply-import';
import { CollectedPapers, type RecordFacts } from '../../lib/formats/collected-papers';
import { type ImportedPaper, maxNoteLength, type ReadFile } from '../../lib/formats/imported-paper';
import { type ImportPlan, planImport } from '../../lib/formats/plan-import';
import { changeEntry, newEntry, removeEntry, restoreEntry } from '../../lib/papers/entry-changes';
import { isKept, mergeEntries } from '../../lib/papers/merge-entries';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { readingStatuses, starCounts } from '../../lib/papers/reading-entry';
import { maxNoteLength as maxStoredNote, parseReadingEntry } from '../../lib/store/reading-entry-schema';
import { anyText } from '../papers/any-text';
import { readingEntries } from '../store/arbitrary-entries';

// Much work, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const now = Date.UTC(2026, 5, 12);
const act = { now, device: 'aaaa' };
const later = { now: now + 5_000, device: 'bbbb' };
const id = '2606.00001';

const saved = (change: EntryChange = {}, title = 'Known') =>
  changeEntry(newEntry({ id, title, authors: ['Ada Quill'] }, act), change, act);
const paper = (change: EntryChange, facts: Partial<ImportedPaper> = {}): ImportedPaper => ({
  id,
  change,
  ...facts,
});
const fileOf = (...papers: ImportedPaper[]): ReadFile => ({ format: 'bibtex', papers, skipped: [] });
const listOf = (...entries: ReadingEntry[]) => new Map(entries.map((entry) => [entry.id, entry]));

/** The list after the plan, as the background carries it out. */
function carriedOut(plan: ImportPlan, known: ReadonlyMap<string, ReadingEntry>, by = later) {
  const list = new Map(known);
  for (const entry of plan.entries) {
    const old = list.get(entry.id);
    list.set(entry.id, restoreEntry(old ? mergeEntries(old, entry) : entry, by));
  }
  for (const imported of plan.papers) list.set(imported.id, applyImport(list.get(imported.id), imported, by));
  return list;
}

const facts: fc.Arbitrary<RecordFacts> = fc.record(
  {
    title: anyText,
    authors: fc.array(anyText, { maxLength: 3 }),
    published: fc.oneof(fc.constant('2026-06-01'), anyText),
    category: fc.oneof(fc.constant('cs.CL'), anyText),
    repository: fc.oneof(fc.constant('a/b'), anyText),
    status: fc.constantFrom(...readingStatuses),
    stars: fc.constantFrom(...starCounts),
    tags: fc.array(fc.oneof(fc.constantFrom('a', 'b'), anyText), { maxLength: 4 }),
    note: fc.oneof(fc.constantFrom('Good.', ' x\n', 'é'), anyText),
    snoozedUntil: fc.oneof(fc.constant('2026-07-01'), anyText),
    addedAt: fc.oneof(fc.double(), fc.nat({ max: 2 * now })),
  },
  { requiredKeys: [] },
);

const files: fc.Arbitrary<ReadFile> = fc
  .array(fc.tuple(fc.constantFrom('2606.00001', '2606.00002', 'hep-th/9901001'), facts), { maxLength: 5 })
  .map((records) => {
    const collected = new CollectedPapers();
    for (const [paperId, told] of records) collected.add(paperId, told, 'somewhere');
    return fileOf(...collected.papers);
  });

describe('an import into an empty list', () => {
  it('adds each paper with what its file tells', () => {
    const imported = paper(
      { status: 'done', stars: 2, addTags: ['b', 'a'], note: 'Good.', snoozedUntil: '2026-07-01' },
      { title: 'Margins', authors: ['Ada Quill'], category: 'cs.CL', addedAt: 1_000 },
    );
    const plan = planImport(fileOf(imported), new Map());
    expect(plan.items).toEqual([
      {
        id,
        title: 'Margins',
        kind: 'added',
        gains: [
          { kind: 'status', status: 'done' },
          { kind: 'stars', stars: 2 },
          { kind: 'snoozed', until: '2026-07-01' },
          { kind: 'tags', tags: ['b', 'a'] },
          { kind: 'note' },
        ],
      },
    ]);
    expect(carriedOut(plan, new Map()).get(id)).toMatchObject({
      title: 'Margins',
      category: 'cs.CL',
      status: 'done',
      stars: 2,
      tags: ['a', 'b'],
      note: 'Good.',
      snoozedUntil: '2026-07-01',
      addedAt: 1_000,
    });
  });

  it('takes a time of adding that lies ahead as now', () => {
    expect(applyImport(undefined, paper({}, { addedAt: now + 1 }), act).addedAt).toBe(now);
  });

  it('passes on what was skipped, and why', () => {
    const skipped = [{ where: 'k (1)', code: 'malformed' as const, detail: 'It is never closed.' }];
    expect(planImport({ format: 'bibtex', papers: [], skipped }, new Map()).skipped).toEqual(skipped);
  });
});

describe('an import of a paper that is on the list', () => {
  it.each<[string, EntryChange, EntryChange, EntryChange | undefined]>([
    ['unites tags', { addTags: ['a'] }, { addTags: ['a', 'b'] }, { addTags: ['b'] }],
    ['brings no tag that is there', { addTags: ['a'] }, { addTags: ['a'] }, undefined],
    ['takes a note where there is none', {}, { note: 'New.' }, { note: 'New.' }],
    ['puts another note below', { note: 'Old.' }, { note: 'New.' }, { note: 'Old.\n\nNew.' }],
    ['brings no note that is there', { note: 'Old.\nNew.\nMore.' }, { note: 'New.' }, undefined],
    ['takes status and stars never chosen', {}, { status: 'done', stars: 3 }, { status: 'done', stars: 3 }],
    ['leaves a status that was chosen', { status: 'reading' }, { status: 'done' }, undefined],
    ['leaves one that was chosen as it was at first', { status: 'to-read' }, { status: 'done' }, undefined],
    ['leaves stars that were taken off', { stars: 0 }, { stars: 3 }, undefined],
    ['takes a snooze never chosen', {}, { snoozedUntil: '2026-07-01' }, { snoozedUntil: '2026-07-01' }],
    ['leaves one that was ended', { snoozedUntil: null }, { snoozedUntil: '2026-07-01' }, undefined],
  ])('%s', (_what, before, change, expected) => {
    const known = saved(before);
    const imported = paper(change, { title: 'Another title' });
    const after = applyImport(known, imported, later);
    if (expected) expect(after).toEqual(changeEntry(known, expected, later));
    else expect(after).toBe(known);
    const [item] = planImport(fileOf(imported), listOf(known)).items;
    expect(item).toMatchObject({ title: 'Known', kind: expected ? 'merged' : 'unchanged' });
  });

  it('gives its title where the entry has none yet', () => {
    const known = saved({}, '');
    const imported = paper({}, { title: 'Margins', authors: ['Ada Quill'] });
    expect(planImport(fileOf(imported), listOf(known)).items).toEqual([
      { id, title: 'Margins', kind: 'merged', gains: [{ kind: 'paper' }] },
    ]);
    expect(applyImport(known, imported, later)).toMatchObject({ title: 'Margins', authors: ['Ada Quill'] });
  });

  it('that was removed saves it anew, without what it had', () => {
    const removed = removeEntry(saved({ status: 'done', note: 'Old.' }));
    const imported = paper({ note: 'New.' }, { title: 'Margins' });
    const plan = planImport(fileOf(imported), listOf(removed));
    expect(plan.items).toEqual([{ id, title: 'Margins', kind: 'added', gains: [{ kind: 'note' }] }]);
    const after = carriedOut(plan, listOf(removed)).get(id);
    expect(after).toMatchObject({ status: 'to-read', note: 'New.' });
    expect(after && isKept(after)).toBe(true);
  });

  it('keeps a note that leaves no room for another', () => {
    const known = saved({ note: 'x'.repeat(maxNoteLength) });
    expect(applyImport(known, paper({ note: 'y' }), later)).toBe(known);
  });
});

describe('an import of any file', () => {
  it('repeated changes nothing', () => {
    fc.assert(
      fc.property(files, readingEntries, (read, entries) => {
        const first = carriedOut(planImport(read, listOf(...entries)), listOf(...entries));
        const again = planImport(read, first);
        expect(again.items.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
        for (const imported of read.papers) {
          const entry = first.get(imported.id);
          expect(applyImport(entry, imported, act)).toBe(entry);
        }
      }),
    );
  });

  it('makes entries that are well-formed, and takes nothing from those that are there', () => {
    fc.assert(
      fc.property(files, readingEntries, (read, entries) => {
        const list = carriedOut(planImport(read, listOf(...entries)), listOf(...entries));
        for (const { id: paperId } of read.papers) {
          expect(parseReadingEntry(list.get(paperId))).toEqual({ entry: list.get(paperId) });
        }
        for (const entry of entries.filter(isKept)) {
          const after = list.get(entry.id);
          expect(after?.tags).toEqual(expect.arrayContaining(entry.tags));
          expect(after?.note.startsWith(entry.note)).toBe(true);
        }
      }),
    );
  });

  it('says of each paper what the list then shows', () => {
    fc.assert(
      fc.property(files, readingEntries, (read, entries) => {
        const known = listOf(...entries);
        const plan = planImport(read, known);
        const list = carriedOut(plan, known);
        for (const item of plan.items) {
          const before = known.get(item.id);
          const wasThere = before !== undefined && isKept(before);
          expect(item.kind === 'added').toBe(!wasThere);
          expect(list.get(item.id) !== before).toBe(item.kind !== 'unchanged');
          const tags = item.gains.find((gain) => gain.kind === 'tags')?.tags ?? [];
          expect(list.get(item.id)?.tags).toEqual(expect.arrayContaining(tags));
        }
      }),
    );
  });

  it('knows the longest note an entry may have', () => {
    expect(maxNoteLength).toBe(maxStoredNote);
  });
});

describe('an import of our own list', () => {
  const own = (...entries: ReadingEntry[]): ReadFile => ({
    format: 'json',
    entries,
    papers: [],
    skipped: [],
  });

  it('merges field by field, and says what that brings', () => {
    const known = saved({ status: 'reading', addTags: ['a'] });
    const there = changeEntry(known, { stars: 2, note: 'New.', addTags: ['b'], removeTags: ['a'] }, later);
    const plan = planImport(own(there), listOf(known));
    expect(plan.items).toEqual([
      {
        id,
        title: 'Known',
        kind: 'merged',
        gains: [
          { kind: 'stars', stars: 2 },
          { kind: 'tags', tags: ['b'] },
          { kind: 'tags-removed', tags: ['a'] },
          { kind: 'note' },
        ],
      },
    ]);
    expect(plan.entries).toEqual([there]);
  });

  it.each<[string, (known: ReadingEntry) => ReadingEntry, object[]]>([
    ['nothing where it is the same', (known) => known, [{ kind: 'unchanged', gains: [] }]],
    [
      'times alone where the same was chosen again',
      (known) => changeEntry(known, { status: 'reading' }, later),
      [{ kind: 'merged', gains: [{ kind: 'times' }] }],
    ],
    [
      'its removal where that is newer',
      (known) => removeEntry(changeEntry(known, {}, later)),
      [{ kind: 'merged', gains: [{ kind: 'removed' }] }],
    ],
  ])('brings %s', (_what, changed, items) => {
    const known = saved({ status: 'reading' });
    expect(planImport(own(changed(known)), listOf(known)).items).toMatchObject(items);
  });

  it('says nothing of what is removed there and not here', () => {
    const plan = planImport(own(removeEntry(saved())), new Map());
    expect([plan.items, plan.entries]).toEqual([[], []]);
  });

  it('adds again what has been removed here since: it stands in the file that was chosen', () => {
    const entry = saved({ status: 'done' });
    const plan = planImport(own(entry), listOf(removeEntry(entry)));
    expect(plan.items).toMatchObject([{ id, kind: 'added', gains: [{ kind: 'status', status: 'done' }] }]);
    expect(plan.entries).toEqual([entry]);
  });

  it('gives the merge of both lists, and repeated changes nothing', () => {
    fc.assert(
      fc.property(readingEntries, readingEntries, (there, here) => {
        const known = listOf(...here);
        const list = carriedOut(planImport(own(...there), known), known);
        for (const entry of there.filter(isKept)) {
          const old = known.get(entry.id);
          const merged = old ? mergeEntries(old, entry) : entry;
          if (isKept(merged)) expect(list.get(entry.id)).toEqual(merged);
          else expect(isKept(list.get(entry.id) ?? merged)).toBe(true);
        }
        const again = planImport(own(...there), list).items;
        expect(again.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
      }),
    );
  });
});
