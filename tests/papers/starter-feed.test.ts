// The starter feed that ships with the extension: its form, its facts against the page it was taken from, and its
// summaries against the abstracts, which must stay out of the project.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface StarterPaper {
  id: string;
  title: string;
  authors: string[];
  publishedAt?: string;
  organization?: string;
  comments?: number;
  repository?: string;
  summary: string;
  keywords: string[];
}

interface StarterFeed {
  format: string;
  version: number;
  papers: StarterPaper[];
}

/** One row of the seed: `null` where the page showed nothing. */
interface SeedPaper {
  id: string;
  title: string;
  authors: string[];
  date: string | null;
  /** Handle and display name, `kyutai Kyutai`. */
  organization: string | null;
  comments: number | null;
  github: string | null;
  abstract: string;
}

type Facts = Omit<StarterPaper, 'summary' | 'keywords'>;

const feedFile = new URL('../../public/starter-feed.json', import.meta.url);
const seedFile = new URL('../../../shared/seed/papers.json', import.meta.url);

const { papers, ...head } = JSON.parse(readFileSync(feedFile, 'utf8')) as StarterFeed;
const seedPresent = existsSync(seedFile);
const seed = seedPresent ? (JSON.parse(readFileSync(seedFile, 'utf8')) as SeedPaper[]) : [];

/** Titles whose TeX the seed mangled, as they should read. */
const repairedTitles: Record<string, string> = {
  '2508.05571': 'iFairy: the First 2-bit Complex LLM with All Parameters in {±1, ±i}',
};

function factsOfSeed(paper: SeedPaper): Facts {
  const { id, title, authors, date, organization, comments, github } = paper;
  return {
    id,
    title: repairedTitles[id] ?? title,
    authors,
    ...(date !== null && { publishedAt: date }),
    ...(organization !== null && { organization: organization.slice(organization.indexOf(' ') + 1) }),
    ...(comments !== null && { comments }),
    ...(github !== null && { repository: github }),
  };
}

function factsOf({ summary: _summary, keywords: _keywords, ...facts }: StarterPaper): Facts {
  return facts;
}

/** Lower-case words; a number such as `2.85` is one word, the parts of `pre-training` are two. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}[\p{L}\p{N}]*)*/gu) ?? [];
}

/** Runs of `length` consecutive words that `text` has in common with `source`. */
function borrowedPhrases(text: string, source: string, length: number): string[] {
  const haystack = ` ${wordsOf(source).join(' ')} `;
  const words = wordsOf(text);
  const runs = words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
  return runs.filter((run) => haystack.includes(` ${run} `));
}

function textsOf({ title, authors, organization = '', summary, keywords }: StarterPaper): string[] {
  return [title, ...authors, organization, summary, ...keywords];
}

describe('the starter feed', () => {
  it('names its format and version', () => {
    expect(head).toEqual({ format: 'papergloss-starter-feed', version: 1 });
  });

  it('holds 52 papers, none twice, each under an arXiv identifier', () => {
    expect(new Set(papers.map(({ id }) => id)).size).toBe(52);
    expect(papers).toHaveLength(52);
    expect(papers.filter(({ id }) => !/^\d{4}\.\d{4,5}$/.test(id))).toEqual([]);
  });

  it.each(papers)('tells about $id only what the format knows, and in its form', (paper) => {
    const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
    const slug = expect.stringMatching(/^[\w-]+\/[\w.-]+$/);
    const name = expect.stringMatching(/^\S(.*\S)?$/);
    expect(paper).toStrictEqual({
      id: paper.id,
      title: name,
      authors: paper.authors.map(() => name),
      ...('publishedAt' in paper && { publishedAt: day }),
      ...('organization' in paper && { organization: name }),
      ...('comments' in paper && { comments: expect.any(Number) }),
      ...('repository' in paper && { repository: slug }),
      summary: name,
      keywords: paper.keywords.map(() => name),
    });
    expect(paper.authors.length).toBeGreaterThan(0);
  });

  it.each(papers)(
    'sums up $id in one line of 60 to 220 characters that ends with a full stop',
    ({ summary }) => {
      expect(summary).toMatch(/^[^\r\n]{59,219}\.$/);
      expect(summary).not.toMatch(/^(this|the) (paper|work|study|authors)\b|^we\b/i);
    },
  );

  it.each(papers)('keeps addresses, markup and TeX out of the texts of $id', (paper) => {
    const texts = textsOf(paper).join('\n');
    expect(texts).not.toMatch(/\w:\/\/|\bwww\./i);
    expect(texts).not.toMatch(/[<>`$\\]|&#?\w+;|\*\*|\bpm ?(?:1|i)\b|\dtimes\b|\bsim ?\d/i);
  });

  it.each(papers)('gives $id three to six different keywords in lower case', ({ keywords }) => {
    expect(keywords.length).toBeGreaterThanOrEqual(3);
    expect(keywords.length).toBeLessThanOrEqual(6);
    expect(new Set(keywords).size).toBe(keywords.length);
    expect(keywords).toEqual(keywords.map((keyword) => keyword.toLowerCase()));
  });

  it('uses most keywords for two papers or more, so that they relate papers', () => {
    const uses = new Map<string, number>();
    for (const keyword of papers.flatMap(({ keywords }) => keywords)) {
      uses.set(keyword, (uses.get(keyword) ?? 0) + 1);
    }
    const shared = [...uses.values()].filter((count) => count > 1).length;
    expect(shared / uses.size).toBeGreaterThan(0.6);
  });

  it('gives every paper a keyword in common with another, so that none stands alone', () => {
    const alone = papers.filter(
      (paper) =>
        !papers.some((other) => other !== paper && other.keywords.some((k) => paper.keywords.includes(k))),
    );
    expect(alone.map(({ id }) => id)).toEqual([]);
  });

  it('spells a keyword one way: no two differ by hyphen, space or plural alone', () => {
    const keywords = new Set(papers.flatMap((paper) => paper.keywords));
    const bare = new Set([...keywords].map((keyword) => keyword.replace(/[-\s]/g, '').replace(/s$/, '')));
    expect(bare.size).toBe(keywords.size);
  });

  it.skipIf(!seedPresent)('carries the facts of the seed, in its order (needs ../shared/seed)', () => {
    expect(papers.map(factsOf)).toStrictEqual(seed.map(factsOfSeed));
  });

  it.skipIf(!seedPresent)('repairs only titles that the seed does mangle (needs ../shared/seed)', () => {
    const mangled = seed.filter(({ title }) => /\bpm ?\d|\\|\$|\bsim ?\d|\dtimes/.test(title));
    expect(mangled.map(({ id }) => id)).toEqual(Object.keys(repairedTitles));
  });

  it.skipIf(!seedPresent)('shares no six words in a row with an abstract (needs ../shared/seed)', () => {
    const abstracts = new Map(seed.map(({ id, abstract }) => [id, abstract]));
    const borrowed = papers.map(({ id, summary }) => borrowedPhrases(summary, abstracts.get(id) ?? '', 6));
    expect(borrowed.flat()).toEqual([]);
  });

  it('would notice six borrowed words, whatever their case and punctuation', () => {
    const source = 'A pre-trained drafter reaches 2.5x, on average.';
    expect(borrowedPhrases('Here a pre-trained drafter reaches 2.5x.', source, 6)).toEqual([
      'a pre trained drafter reaches 2.5x',
    ]);
    expect(borrowedPhrases('A pre-trained drafter reached 2.5x on average.', source, 6)).toEqual([]);
  });
});
