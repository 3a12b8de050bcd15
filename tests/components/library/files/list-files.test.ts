// What the library page does for import, export and Zotero, over a real store in memory.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFilesActions } from '../../../../entrypoints/library/list-files';
import { readBackupState } from '../../../../lib/backup/backup-state';
import { newEntry } from '../../../../lib/papers/entry-changes';
import type { Paper } from '../../../../lib/papers/paper';
import type { ReadingEntry } from '../../../../lib/papers/reading-entry';
import { openDatabase, type PaperglossDatabase } from '../../../../lib/store/database';
import { storePaper } from '../../../../lib/store/papers';
import { mergeIntoList, removeEntries } from '../../../../lib/store/reading-list';
import { exampleEntry } from '../../../formats/example-entries';
import { startZotero } from '../../../stand-in/zotero.mjs';

const act = { now: Date.UTC(2026, 5, 1), device: 'aaaa' };
const entry = (id: string, title = `Title of ${id}`): ReadingEntry =>
  newEntry({ id, title, authors: ['Ada Lind'], publishedAt: '2026-05-04' }, act);

let db: PaperglossDatabase;
const send = vi.fn();
const request = vi.fn<(asked: { origins?: string[] }) => Promise<boolean>>();
const actions = (...more: [] | [() => Promise<ReadingEntry[]>]) =>
  listFilesActions(send, db, { permissions: { request } } as never, ...more);

beforeEach(async () => {
  db = openDatabase(`list-files-${Math.random()}`);
  await mergeIntoList(db, [entry('2605.00001'), entry('2605.00002')], act);
  send.mockReset().mockResolvedValue({ added: 0, merged: 0 });
  request.mockReset().mockResolvedValue(true);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await db.delete();
});

describe('exporting', () => {
  it('writes the whole list of the store where nothing is chosen', async () => {
    const text = await actions().write('json', undefined);
    const ids = JSON.parse(text).entries.map(({ id }: ReadingEntry) => id);
    expect(ids.sort()).toEqual(['2605.00001', '2605.00002']);
  });

  it('writes what is chosen and no more', async () => {
    const text = await actions().write('json', [entry('2605.00002')]);
    expect(JSON.parse(text).entries).toHaveLength(1);
  });

  it('gives a paper the same key in a selection as in the whole list', async () => {
    const keys = (text: string) => [...text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    const all = keys(await actions().write('bibtex', undefined));
    const second = keys(await actions().write('bibtex', [entry('2605.00002')]));
    expect(new Set(all).size).toBe(2);
    expect(all).toContain(second[0]);
  });

  it('counts a file of the whole list as a backup, and one of a selection not', async () => {
    vi.stubGlobal('document', { createElement: () => ({ click: vi.fn() }) });
    await actions().exportFile('json', [entry('2605.00002')]);
    await actions().exportFile('bibtex', undefined);
    expect((await readBackupState(db)).lastExport).toBeUndefined();
    await actions().exportFile('json', undefined);
    expect((await readBackupState(db)).lastExport).toBeGreaterThan(act.now);
  });

  it('takes abstracts from the cache', async () => {
    const paper: Paper = {
      id: '2605.00002',
      title: 'Title of 2605.00002',
      abstract: 'A cached abstract.',
      authors: ['Ada Lind'],
      keywords: [],
    };
    await storePaper(db, paper, act.now);
    const items = JSON.parse(await actions().write('csl-json', undefined));
    expect(
      items.filter((item: { abstract?: string }) => item.abstract === 'A cached abstract.'),
    ).toHaveLength(1);
  });

  it('takes the list from where it is told to, without the store', async () => {
    db.close();
    const text = await actions(async () => [exampleEntry()]).write('ris', undefined);
    expect(text).toContain('Quiet Margins');
  });

  it.each([
    [undefined, 'bibtex', /^papergloss-reading-list-\d{4}-\d\d-\d\d\.bib$/],
    [[entry('2605.00001')], 'obsidian', /^papergloss-selection-\d{4}-\d\d-\d\d\.md$/],
    [undefined, 'json', /^papergloss-reading-list-\d{4}-\d\d-\d\d\.json$/],
  ] as const)('names the file after what is in it', async (chosen, format, name) => {
    const link = { click: vi.fn(), download: '' };
    vi.stubGlobal('document', { createElement: () => link });
    expect(await actions().exportFile(format, chosen)).toMatch(name);
    expect(link.click).toHaveBeenCalledTimes(1);
    expect(link.download).toMatch(name);
  });
});

describe('importing', () => {
  it('plans against all that is known, removed papers among them', async () => {
    await removeEntries(db, ['2605.00002'], act.now);
    const { items } = await actions().plan('', '2605.00001 2605.00002 2605.00003');
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['2605.00001', 'unchanged'],
      ['2605.00002', 'added'],
      ['2605.00003', 'added'],
    ]);
    expect(send).not.toHaveBeenCalled();
  });

  it('merges entries of our own files, and asks for the titles they lack', async () => {
    send.mockResolvedValueOnce({ added: 1, merged: 2 });
    const entries = [entry('2605.00003', '')];
    const onDone = vi.fn();
    await actions().importPlanned(
      { format: 'json', items: [], skipped: [], entries, papers: [] },
      { signal: new AbortController().signal, onDone },
    );
    expect(onDone.mock.calls).toEqual([[1, { added: 1, merged: 2 }]]);
    expect(send.mock.calls).toEqual([
      ['reading-list/merge', { entries }],
      ['reading-list/fetch-details', {}],
    ]);
  });

  it('hands on papers of other files, and asks nobody itself', async () => {
    const papers = [{ id: '2605.00003', change: {} }];
    await actions().importPlanned(
      { format: 'ris', items: [], skipped: [], entries: [], papers },
      { signal: new AbortController().signal, onDone() {} },
    );
    expect(send.mock.calls).toEqual([['reading-list/import', { papers }]]);
  });

  describe('of a file with entries and papers', () => {
    const plan = {
      format: 'json' as const,
      items: [],
      skipped: [],
      entries: [entry('2605.00003', '')],
      papers: [{ id: '2605.00004', change: {} }],
    };
    const sent = () => send.mock.calls.map(([type]) => type);

    it('counts them together', async () => {
      send.mockResolvedValue({ added: 1, merged: 0 });
      const onDone = vi.fn();
      await actions().importPlanned(plan, { signal: new AbortController().signal, onDone });
      expect(onDone.mock.calls).toEqual([
        [1, { added: 1, merged: 0 }],
        [2, { added: 2, merged: 0 }],
      ]);
    });

    it('sends no papers when it is stopped after the entries, and asks for the titles of what came', async () => {
      const stop = new AbortController();
      await actions().importPlanned(plan, { signal: stop.signal, onDone: () => stop.abort() });
      expect(sent()).toEqual(['reading-list/merge', 'reading-list/fetch-details']);
    });

    it('sends nothing when it is stopped before', async () => {
      await actions().importPlanned(plan, { signal: AbortSignal.abort(), onDone() {} });
      expect(sent()).toEqual([]);
    });
  });

  it('saves ids', async () => {
    await actions().save(['2605.00003']);
    expect(send.mock.calls).toEqual([['reading-list/save', { ids: ['2605.00003'] }]]);
  });
});

describe('sending to Zotero', () => {
  it('asks for the permission before anything else', async () => {
    request.mockResolvedValue(false);
    const sending = actions().sendToZotero([], () => {});
    expect(request.mock.calls).toEqual([[{ origins: ['http://127.0.0.1/*'] }]]);
    await expect(sending).rejects.toThrow();
  });

  it('sends nothing without it', async () => {
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    request.mockResolvedValue(false);
    await expect(actions().sendToZotero(undefined, () => {})).rejects.toMatchObject({ code: 'not-allowed' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('sends the whole list, each time under another name', async () => {
    const zotero = await startZotero();
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      real(url.replace('http://127.0.0.1:23119', zotero.origin), init),
    );
    const onSaved = vi.fn();
    expect(await actions().sendToZotero(undefined, onSaved)).toBe(2);
    expect(onSaved.mock.calls).toEqual([[2, 2]]);
    expect(await actions().sendToZotero(undefined, onSaved)).toBe(2);
    expect(zotero.items).toHaveLength(4);
    await zotero.close();
  });
});
