// What is left of a hostile feed once it was read: bounded plain text that can be seen, `https:` links, and nothing else.
import { expect, it } from 'vitest';
import { parseFeedItems } from '../../lib/feed/feed-schema';
import type { Paper } from '../../lib/papers/paper';
import { parsePaperId } from '../../lib/papers/paper-id';
import { isThumbnail } from '../../lib/papers/thumbnail-host';
import { hostileAnswer } from './hostile-store';
import { enormousItems, hostilePayloads } from './payloads.mjs';

const { papers, rejected } = parseFeedItems(hostileAnswer());

const textsOf = ({ title, abstract, authors, summary, keywords, organization }: Paper) =>
  [title, abstract, ...authors, summary, ...keywords, organization].filter((text) => text !== undefined);
const texts = papers.flatMap(textsOf);

it('is the same corpus each time, of at least 500 payloads', () => {
  expect(hostilePayloads().length).toBeGreaterThanOrEqual(500);
  expect(hostilePayloads()).toEqual(hostilePayloads());
  expect(hostilePayloads({ seed: 8 })).not.toEqual(hostilePayloads());
});

it('keeps at least 500 papers, and rejects what has no identifier or no title', () => {
  expect(papers.length).toBeGreaterThanOrEqual(500);
  const reasons = new Set(rejected.map(({ reason }) => reason.replace(/:.*|“.*”/, '')));
  expect([...reasons].filter((reason) => !/title|identifier/.test(reason))).toEqual([]);
  expect(papers.filter(({ id }) => parsePaperId(id)?.id !== id)).toEqual([]);
});

it('has no title that looks empty', () => {
  const seen = /[^\s\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;
  expect(papers.filter(({ title }) => !seen.test(title))).toEqual([]);
  expect(texts.filter((text) => text !== '' && !seen.test(text))).toEqual([]);
});

it.each<[what: string, found: RegExp]>([
  ['controls and line breaks', /[\p{Cc}\u2028\u2029]/u],
  ['marks that turn the direction of the text around it', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/],
  ['halves of characters, and what is no character', /\p{Cs}|\p{Noncharacter_Code_Point}/u],
  [
    'chains of signs that are one to the browser, as wide as they may be',
    /(?:\p{Extended_Pictographic}\u200d){6}/u,
  ],
  ['piles of marks', /\p{M}{5}/u],
  ['spaces in a row, at the beginning or at the end', /^\s|\s$|\s\s/],
])('has no %s', (_what, found) => expect(texts.filter((text) => found.test(text))).toEqual([]));

it('links https: only, to nobody with a password, and to GitHub by names alone', () => {
  const pages = papers.flatMap(({ projectPage }) => projectPage ?? []);
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter((page) => !/^https:\/\/[^/@]+\//.test(page) || new URL(page).href !== page)).toEqual(
    [],
  );
  const repositories = papers.flatMap(({ repository }) => repository ?? []);
  expect(repositories.length).toBeGreaterThan(0);
  expect(repositories.filter((slug) => !/^[\w.-]+\/[\w.-]+$/.test(slug))).toEqual([]);
  const pictures = papers.flatMap(({ thumbnail }) => thumbnail ?? []);
  expect(pictures.filter((picture) => !isThumbnail(picture))).toEqual([]);
});

it('has nothing of what was put under the names of prototypes', () => {
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  expect(Reflect.get({}, 'title')).toBeUndefined();
  for (const paper of papers) expect(Object.getPrototypeOf(paper)).toBe(Object.prototype);
  expect(texts.filter((text) => text.includes('polluted'))).toEqual([]);
});

it('comes back from JSON and from a structured copy as it was', () => {
  expect(JSON.parse(JSON.stringify(papers))).toEqual(structuredClone(papers));
});

it.each(enormousItems().map((items) => [items] as const))('cuts ten million characters: %#', (items) => {
  const [paper] = parseFeedItems(items).papers;
  expect(paper && JSON.stringify(paper).length).toBeLessThan(60_000);
  expect(paper?.title.length).toBeLessThanOrEqual(400);
  expect(paper?.title).toMatch(/^An enormous|^Enormous W+…$/);
});
