import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diversified } from '../../lib/for-you/diversified';
import type { ForYouReason } from '../../lib/papers/for-you-reason';

const because = (paper: string): { reasons: ForYouReason[] } =>
  paper === '-'
    ? { reasons: [{ kind: 'keyword', keyword: 'agents' }] }
    : { reasons: [{ kind: 'saved', id: paper, title: paper }] };

const papersOf = (ranked: readonly { reasons: readonly ForYouReason[] }[]) =>
  ranked.map(({ reasons }) => (reasons[0]?.kind === 'keyword' ? '-' : reasons[0]?.id)).join('');

const order = (papers: string) => papersOf(diversified([...papers].map(because)));

describe('papers that are there because of others', () => {
  it.each([
    ['stay as they are where no four in a row have the same reason', 'aaabbbaa', 'aaabbbaa'],
    ['let another in after three', 'aaaaab', 'aaabaa'],
    ['let one with a keyword in after three', 'aaaa-', 'aaa-a'],
    ['take the best of the others', 'aaaabc', 'aaabac'],
    ['stay in their order where nothing else is left', 'aaaaa', 'aaaaa'],
    ['may have keywords as often as there are', '----a', '----a'],
  ])('%s', (_, ranked, expected) => {
    expect(order(ranked)).toBe(expected);
  });

  it('look behind a keyword that comes first', () => {
    const [keyword] = because('-').reasons;
    const both = { reasons: [keyword as ForYouReason, ...because('a').reasons] };
    const other = because('b');
    expect(diversified([both, both, both, both, other]).indexOf(other)).toBe(3);
  });

  it('are all kept, and four in a row share a paper only where all that follow do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '-'), { maxLength: 20 }), (papers) => {
        const found = order(papers.join(''));
        expect([...found].sort()).toEqual([...papers].sort());
        expect(found).not.toMatch(/a{4,}[^a]|b{4,}[^b]/);
      }),
    );
  });
});
