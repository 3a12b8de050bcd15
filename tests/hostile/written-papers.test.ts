// What leaves Papergloss as text while the feed is hostile: exports, citations, lists, lines under the address bar, the digest. Each
// stays what it is, one record a paper, and is read back as the same papers.
import 'fake-indexeddb/auto';
import { parseXml } from '@rgrove/parse-xml';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { composeDigest } from '../../lib/digest/compose-digest';
import { copiedCitation } from '../../lib/formats/copied-citation';
import { exportFormats } from '../../lib/formats/export-formats';
import { listMarkdown } from '../../lib/formats/list-markdown';
import { readFile } from '../../lib/formats/read-file';
import { asMarkup, asPlainText } from '../../lib/omnibox/description';
import { enterLine, toSuggestions } from '../../lib/omnibox/suggestions';
import type { StoredPaper } from '../../lib/papers/paper';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { toCardData } from '../../lib/papers/to-card-data';
import { savePapers } from '../../lib/store/reading-list';
import { context } from '../formats/example-entries';
import { at, now } from '../store/stored-papers';
import { hostileStore } from './hostile-store';
import { hostilePayloads } from './payloads.mjs';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let papers: StoredPaper[];
let entries: ReadingEntry[];
let digest: string;

beforeAll(async () => {
  const db = await hostileStore();
  papers = await db.papers.toArray();
  const ids = papers.map(({ id }) => id);
  ({ entries } = await savePapers(db, ids, at(now)));
  digest = JSON.stringify(await composeDigest(db, [{ kind: 'keyword', text: 'plain' }], undefined, now));
});

const exported = (id: string) => {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new RangeError(id);
  return format.write(
    entries.map((entry) => ({
      entry,
      abstract: papers.find((paper) => paper.id === entry.id)?.abstract ?? '',
    })),
    context,
  );
};

describe('an export of 500 hostile papers', () => {
  it.each(exportFormats.map(({ id, extension }) => [id, extension] as const))(
    'as %s is well-formed text without controls and marks that turn its direction',
    (id) => {
      const text = exported(id);
      expect(entries.length).toBeGreaterThanOrEqual(500);
      expect(text.isWellFormed()).toBe(true);
      expect(text.match(/(?![\t\r\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)).toBeNull();
    },
  );

  it.each([
    ['bibtex', 'bib'],
    ['ris', 'ris'],
    ['csl-json', 'json'],
    ['csv', 'csv'],
  ])('as %s is read back as those papers and no other', async (id, extension) => {
    const read = await readFile(`list.${extension}`, exported(id), async () => {});
    expect(read.papers.map((paper) => paper.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
    expect(read.skipped).toEqual([]);
  });

  it('as csv has no cell that a spreadsheet would run', () => {
    const { data } = Papa.parse<string[]>(exported('csv').slice(1).trimEnd());
    expect(data.length).toBe(entries.length + 1);
    expect(data.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠|]/.test(cell) && !/^\|/.test(cell))).toEqual(
      [],
    );
    expect(data.flat().some((cell) => cell.startsWith("'="))).toBe(true);
  });

  it('as bibtex has no command of a hostile title', () => {
    expect(
      exported('bibtex').match(/\\(?:input|write|def|immediate|openout|loop|repeat)(?![a-z])/g),
    ).toBeNull();
    expect(exported('bibtex').match(/^@/gm)?.length).toBe(entries.length);
  });

  it.each(['markdown', 'obsidian'])('as %s links nowhere else, loads nothing and begins no heading', (id) => {
    // Properties in YAML are quoted strings in a block of code.
    const text = exported(id).replace(/^ {0,2}(?:\w+: |- )".*"$/gm, '');
    const links = [...text.matchAll(/(?<!\\)\]\((\S*)\)/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThanOrEqual(500);
    expect(
      links.filter((href) => !/^https:\/\/(?:arxiv\.org|github\.com|huggingface\.co)\//.test(href ?? '')),
    ).toEqual([]);
    expect(text.match(/(?<!\\)!\[/)).toBeNull();
    expect(text.match(/(?<!\\)<(?:script|img|svg|iframe)/i)).toBeNull();
    expect(text.match(/^# A heading/m)).toBeNull();
  });
});

describe('one hostile paper as text', () => {
  it('is one line as Markdown and as a reference', () => {
    for (const entry of entries)
      for (const style of ['markdown', 'apa'] as const)
        expect(copiedCitation(style, entry)).not.toMatch(/[\r\n\u2028\u2029]/);
  });

  it('is one line of a list that is copied', () => {
    const text = listMarkdown({ heading: 'A day', papers });
    expect(text.trimEnd().split('\n').length).toBe(papers.length + 2);
  });

  it('is a line that Chromium can read under the address bar, of its styles only', () => {
    const found = papers.map((paper) => ({
      ...toCardData(paper, []),
      marks: { title: [], summary: [] },
      seen: false,
    }));
    for (const { description } of toSuggestions('title', { papers: found, total: found.length }, asMarkup)) {
      const names = new Set(
        [
          ...parseXml(`<line>${description}</line>`)
            .toString()
            .matchAll(/<(\w+)/g),
        ].map(([, name]) => name),
      );
      expect([...names].filter((name) => !['line', 'match', 'dim', 'url'].includes(name ?? ''))).toEqual([]);
    }
    for (const { description } of toSuggestions('title', { papers: found, total: found.length }, asPlainText))
      expect(description).not.toMatch(/\p{Cc}|\p{Cs}/u);
  });

  it('is a query that Chromium can read, too', () => {
    for (const { value } of hostilePayloads())
      if (typeof value === 'string' && value !== '')
        expect(() =>
          parseXml(
            `<line>${enterLine(value, undefined)}${toSuggestions(value, undefined, asMarkup)[0]?.description}</line>`,
          ),
        ).not.toThrow();
  });

  it('is at most three lines of a digest', () => {
    const { title, message } = JSON.parse(digest);
    expect(title).not.toMatch(/[<\n]/);
    expect(message.split('\n').length).toBe(3);
    expect(message.length).toBeLessThanOrEqual(3 * 112);
  });
});
