// Every paper of the real feed as BibTeX, read by two parsers that are not ours.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { entries as independentEntries } from 'bibtex-parse';
import { describe, expect, it } from 'vitest';
import { parseFeedItems } from '../../lib/feed/feed-schema';
import { writeBibtex } from '../../lib/formats/write-bibtex';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { exampleEntry } from './example-entries';
import { parseBibtex } from './parse-bibtex';

const realDays = new URL('../../../shared/feed/days/', import.meta.url);

function realPapers(): ReadingEntry[] {
  const papers = new Map<string, ReadingEntry>();
  for (const name of readdirSync(realDays).filter((file) => file.endsWith('.json'))) {
    for (const paper of parseFeedItems(JSON.parse(readFileSync(new URL(name, realDays), 'utf8'))).papers) {
      const { id, title, authors, publishedAt, repository, keywords } = paper;
      const facts = { id, title, authors, publishedAt, repository };
      papers.set(id, exampleEntry({ ...facts, tags: keywords.slice(0, 3), note: paper.summary ?? '' }));
    }
  }
  return [...papers.values()];
}

const batchSize = 500;

/** The first parser takes about 10 µs a character: it is spared what is ASCII anyway, and summaries. */
const withoutReadersFields = (bibtex: string) =>
  bibtex.replace(/^ {2}(?:year|month|archivePrefix|url|keywords|annote|papergloss) = .*\n/gm, '');

describe('the real feed as BibTeX', () => {
  it.skipIf(!existsSync(realDays))(
    'is read without errors, with every title and author, under keys of its own (needs ../shared/feed/days)',
    () => {
      const list = realPapers();
      expect(list.length).toBeGreaterThan(7000);
      const written = writeBibtex(
        list.map((entry) => ({ entry })),
        {},
      );
      const entries = written.split(/\n(?=@misc\{)/);
      const keys: string[] = [];
      const wrong: unknown[] = [];
      for (let start = 0; start < list.length; start += batchSize) {
        const bibtex = entries.slice(start, start + batchSize).join('\n');
        const { errors, papers } = parseBibtex(withoutReadersFields(bibtex));
        wrong.push(...errors);
        for (const [index, entry] of list.slice(start, start + batchSize).entries()) {
          const { title, authors, fields } = papers[index] ?? {};
          const same = title === entry.title && authors?.join('|') === entry.authors.join('|');
          if (!same || fields?.eprint !== entry.id) wrong.push({ entry, title, authors });
        }
        keys.push(...papers.map(({ key }) => key));
        expect(independentEntries(bibtex).map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
      }
      expect(wrong).toEqual([]);
      expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(list.length);
    },
    120_000,
  );
});
