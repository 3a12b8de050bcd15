import { describe, expect, it } from 'vitest';
import { filterPapers } from '../../../components/popup/filter-papers';

const paper = {
  id: '2606.00001',
  title: 'Drafting with small models',
  summary: 'Proposes, then verifies.',
  organization: 'École Normale',
  authors: ['Kurt Gödel'],
  keywords: ['speculative decoding'],
  repository: 'Example/Drafting',
};

describe('the filter of the popup', () => {
  it.each([
    ['the title', 'small'],
    ['the summary', 'verifies'],
    ['the organisation, without its accents', 'ecole'],
    ['an author, without umlauts', 'godel'],
    ['an author, with umlauts', 'Gödel'],
    ['a keyword', 'speculative'],
    ['the identifier', '2606.00001'],
    ['the repository', 'example/drafting'],
    ['several words anywhere, in any order', 'models godel'],
    ['nothing but blanks', '   '],
  ])('finds by %s', (_, query) => expect(filterPapers([paper], query)).toEqual([paper]));

  it('wants every word', () => expect(filterPapers([paper], 'small elephants')).toEqual([]));
  it('takes signs of regular expressions as they are', () =>
    expect(filterPapers([paper], '.*(')).toEqual([]));
  it('looks into the abstract where there is no summary', () => {
    const { summary, ...rest } = { ...paper, abstract: 'Long text.' };
    expect(filterPapers([rest], 'long')).toEqual([rest]);
  });
});
