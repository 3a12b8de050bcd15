import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxTopics, topicsOf } from '../../lib/papers/topics';

const paper = (upvotes: number | undefined, ...keywords: string[]) => ({ upvotes, keywords });

describe('the topics of papers', () => {
  it('are their keywords, with papers and upvotes, by upvotes', () => {
    const papers = [
      paper(3, 'agents', 'caches'),
      paper(5, 'caches'),
      paper(9, 'agents'),
      paper(undefined, 'caches'),
    ];
    expect(topicsOf(papers)).toEqual([
      { keyword: 'agents', papers: 2, upvotes: 12 },
      { keyword: 'caches', papers: 3, upvotes: 8 },
    ]);
  });

  it.each([
    ['case', 'Diffusion Model', 'diffusion model'],
    ['hyphens', 'pre-training', 'pre training'],
    ['spaces', 'world  model', ' world model'],
    ['the plural', 'world models', 'world model'],
    ['the plural of short ones', 'LLMs', 'LLM'],
    ['all at once', 'Vision–Language Models', 'vision-language model'],
  ])('fall together but for %s', (_what, one, other) => {
    expect(topicsOf([paper(1, one), paper(2, other)])).toMatchObject([{ papers: 2, upvotes: 3 }]);
  });

  it.each([
    ['loss', 'los'],
    ['reasoning', 'reason'],
    ['扩散模型', '扩散'],
  ])('do not take %s for %s', (one, other) => {
    expect(topicsOf([paper(1, one), paper(1, other)])).toHaveLength(2);
  });

  it('are written as most papers write them', () => {
    const papers = [paper(1, 'LLM'), paper(1, 'LLMs'), paper(1, 'llm'), paper(1, 'LLMs')];
    expect(topicsOf(papers)).toMatchObject([{ keyword: 'LLMs', papers: 4 }]);
  });

  it('count a paper once that names one twice', () => {
    expect(topicsOf([paper(4, 'agent', 'Agents')])).toMatchObject([{ papers: 1, upvotes: 4 }]);
  });

  it('of equal weight come by name', () => {
    expect(topicsOf([paper(1, 'c', 'a', 'b')]).map(({ keyword }) => keyword)).toEqual(['a', 'b', 'c']);
  });

  it('of one paper only are left out where there are enough others', () => {
    const names = Array.from({ length: maxTopics }, (_, index) => `topic ${index}`);
    const papers = [paper(1, ...names), paper(1, ...names), paper(900, 'of one paper')];
    expect(topicsOf(papers).map(({ keyword }) => keyword)).toEqual(names);
    const fewer = papers.map((one) => ({
      ...one,
      keywords: one.keywords.filter((name) => name !== 'topic 9'),
    }));
    expect(topicsOf(fewer)[0]).toMatchObject({ keyword: 'of one paper', upvotes: 900 });
  });

  it('of nothing are none', () => {
    expect(topicsOf([])).toEqual([]);
    expect(topicsOf([paper(3), paper(3, '', ' - ')])).toEqual([]);
  });

  it('are the same in whatever order the papers come, and never more than there can be', () => {
    const keyword = fc.oneof(
      fc.constantFrom('agent', 'Agents', 'world model', 'world-models', '__proto__'),
      fc.string(),
    );
    const papers = fc.array(
      fc.record({
        upvotes: fc.option(fc.nat(1_000), { nil: undefined }),
        keywords: fc.array(keyword, { maxLength: 6 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(papers, (some) => {
        const topics = topicsOf(some);
        expect(topicsOf(some.toReversed())).toEqual(topics);
        expect(topics.length).toBeLessThanOrEqual(maxTopics);
        const all = some.reduce((sum, { upvotes = 0 }) => sum + upvotes, 0);
        for (const topic of topics) {
          expect(topic.papers).toBeLessThanOrEqual(some.length);
          expect(topic.upvotes).toBeLessThanOrEqual(all);
          expect(some.flatMap(({ keywords }) => keywords)).toContain(topic.keyword);
        }
      }),
    );
  });
});
