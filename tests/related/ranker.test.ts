import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { createRanker } from '../../lib/related/ranker';
import { anyPaper, fillers, paper } from './invented-papers';

const trees = paper('2501.00001', {
  title: 'Zeppelin mooring with trees',
  abstract: 'A zeppelin drafts its mooring in a tree, and a large mast verifies every rope of it at once.',
  keywords: ['zeppelin mooring', 'masts'],
  repository: 'lumen/moor',
  organization: 'Lumen Lab',
});
const ropes = paper('2501.00002', {
  title: 'Ropes for a zeppelin',
  abstract: 'Which rope a zeppelin needs for mooring depends on wind, mast and weight.',
});
const masts = paper('2501.00003', {
  title: 'Masts in the wind',
  abstract: 'A mast bends under a rope. We measure how far.',
});
const engines = paper('2501.00004', {
  title: 'Engines that hum',
  abstract: 'Humming engines and their sound.',
  repository: 'Lumen/Moor',
});

const idsOf = (papers: { id: string }[]) => papers.map(({ id }) => id);

const related = (asked: string | IndexedPaper, papers: IndexedPaper[], limit = 50) =>
  createRanker([...papers, ...fillers(30)]).related(asked, limit);

describe('the papers nearest to a paper', () => {
  const papers = [masts, engines, trees, ropes];

  it('are in order of what they have in common with it, best first', () => {
    const found = related(trees.id, papers);
    expect(idsOf(found).slice(0, 3)).toEqual([ropes.id, expect.anything(), expect.anything()]);
    expect(idsOf(found)).toEqual(expect.arrayContaining([masts.id, engines.id]));
  });

  it('come with scores that never rise, and with reasons', () => {
    const found = related(trees.id, papers);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(found[0]?.reasons).toEqual([{ kind: 'keywords', keywords: expect.arrayContaining(['zeppelin']) }]);
  });

  it('are those of its code repository, too, though no word is the same', () => {
    const found = related(trees.id, papers).find(({ id }) => id === engines.id);
    expect(found?.reasons).toEqual([{ kind: 'repository', repository: 'Lumen/Moor' }]);
  });

  it('are no papers without a word in common', () =>
    expect(idsOf(related(engines.id, [engines, ropes, masts]))).toEqual([]));

  it('are as many as were asked for, the first of all', () => {
    const all = idsOf(related(trees.id, papers));
    expect(idsOf(related(trees.id, papers, 2))).toEqual(all.slice(0, 2));
    expect(related(trees.id, papers, 0)).toEqual([]);
  });

  it('are the newest first among papers alike', () => {
    const texts = (id: string, fields: Partial<IndexedPaper>) =>
      paper(id, { title: `Zeppelin ${id}`, abstract: 'With ropes, always.', ...fields });
    const found = related(
      trees.id,
      [
        trees,
        texts('2503.00001', { day: '2025-03-01' }),
        texts('2503.00002', {}),
        texts('2503.00003', { day: '2025-03-03' }),
        texts('2503.00004', { publishedAt: '2025-03-02' }),
      ].map(({ title, ...rest }) => ({ ...rest, title: rest.id === trees.id ? title : 'Zeppelin' })),
    );
    expect(idsOf(found)).toEqual(['2503.00003', '2503.00004', '2503.00001', '2503.00002']);
  });

  it.each<[string, Partial<IndexedPaper>]>([
    ['the paper itself under another identifier', trees],
    ['a paper of the same title, whatever its abstract', { title: 'ZEPPELIN Mooring — with trees!' }],
    ['a version with a few words changed', { ...trees, title: 'Zeppelin mooring by trees' }],
  ])('are without %s', (_, fields) => {
    const version = paper('2509.00009', { ...fields, id: '2509.00009' });
    const found = idsOf(related(trees.id, [...papers, version]));
    expect(found).not.toContain(version.id);
    expect(found).not.toContain(trees.id);
    expect(found).toContain(ropes.id);
  });

  it('are none for an identifier nobody has', () => expect(related('2599.99999', papers)).toEqual([]));

  it('are none among no papers, and none for the only one', () => {
    expect(createRanker([]).related(trees, 10)).toEqual([]);
    expect(createRanker([]).related('', 10)).toEqual([]);
    expect(createRanker([trees]).related(trees.id, 10)).toEqual([]);
  });

  it('are told by the last of two papers with one identifier', () => {
    const found = related(ropes.id, [trees, { ...ropes, title: 'Engines', abstract: 'Humming.' }, ropes]);
    expect(idsOf(found)).toContain(trees.id);
  });

  it('are the same in whatever order the papers came', () => {
    const all = [...papers, ...fillers(30)];
    expect(createRanker(all.toReversed()).related(trees.id, 50)).toEqual(
      createRanker(all).related(trees.id, 50),
    );
  });
});

describe('the papers nearest to any text', () => {
  it('are found without its being among them', () => {
    const text = { id: '', title: 'How to moor a zeppelin', abstract: 'With a rope and a mast.' };
    const found = related(text, [trees, ropes, engines]);
    expect(idsOf(found).toSorted()).toEqual([trees.id, ropes.id]);
    for (const { reasons } of found) expect(reasons).not.toEqual([]);
  });

  it('are without the paper that is this text', () => {
    const found = related({ ...trees, id: '' }, [trees, ropes]);
    expect(idsOf(found)).toEqual([ropes.id]);
  });

  it.each<[string, IndexedPaper]>([
    ['of unknown words', paper('', { title: 'Xyzzy plugh', abstract: 'Qux.' })],
    ['of words that say nothing', paper('', { title: 'To be or not to be' })],
    ['without words', paper('', { title: '' })],
  ])('are none for one %s', (_, text) => expect(related(text, [trees, ropes])).toEqual([]));
});

describe('a paper', () => {
  const manyKeywords = Array.from({ length: 3_000 }, (_, at) => `topic${at}`);

  it.each<[string, Partial<IndexedPaper>, Partial<IndexedPaper>]>([
    ['without an abstract', { title: 'Zeppelin ropes' }, { title: 'A zeppelin moored' }],
    ['with a summary in place of it', { summary: 'A zeppelin.' }, { abstract: 'On every zeppelin.' }],
    [
      'without a title',
      { title: '', abstract: 'Zeppelin.' },
      { title: '', abstract: 'The zeppelin, moored.' },
    ],
    ['in Chinese', { title: '投机解码' }, { title: '解码器', abstract: '树' }],
    ['in Cyrillic', { title: 'декодер дирижабля' }, { title: 'декодер' }],
    [
      'with 3,000 keywords',
      { abstract: 'Zeppelin.', keywords: manyKeywords },
      { abstract: 'The zeppelin, moored.', keywords: manyKeywords },
    ],
  ])('%s finds its neighbour and is found by it', (_, one, other) => {
    const papers = [paper('2501.00001', { title: '', ...one }), paper('2501.00002', { title: '', ...other })];
    const ranker = createRanker([...papers, ...fillers(30)]);
    expect(ranker.related('2501.00001', 10)[0]?.id).toBe('2501.00002');
    expect(ranker.related('2501.00002', 10)[0]?.id).toBe('2501.00001');
  });

  it('is none of the neighbours of 500 others with its title', () => {
    const same = Array.from({ length: 500 }, (_, at) =>
      paper(`2503.${10_000 + at}`, {
        title: 'An equal title',
        abstract: at === 7 ? 'Zeppelin ropes.' : `Notes${at}.`,
      }),
    );
    const ranker = createRanker([...same, ropes]);
    expect(idsOf(ranker.related('2503.10007', 600))).toEqual([ropes.id]);
    expect(idsOf(ranker.related(ropes.id, 600))).toEqual(['2503.10007']);
  });

  it('and 500 others without any word find nobody', () => {
    const empty = Array.from({ length: 500 }, (_, at) => paper(`2503.${10_000 + at}`, { title: '' }));
    expect(createRanker(empty).related('2503.10007', 10)).toEqual([]);
  });

  it('is never its own neighbour, and no neighbour comes twice or without a score, whatever the papers', () => {
    const papers = fc.array(anyPaper, { maxLength: 9 });
    fc.assert(
      fc.property(papers, anyPaper, (all, asked) => {
        const ranker = createRanker(all);
        for (const one of [...idsOf(all), asked]) {
          const found = ranker.related(one, 50);
          expect(idsOf(found)).not.toContain(typeof one === 'string' ? one : one.id);
          expect(new Set(idsOf(found)).size).toBe(found.length);
          for (const { score } of found) expect(score).toBeGreaterThan(0);
        }
      }),
    );
  });
});
