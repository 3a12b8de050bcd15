import { describe, expect, it } from 'vitest';
import { asMarkup, asPlainText } from '../../lib/omnibox/description';
import { enterLine, toSuggestions } from '../../lib/omnibox/suggestions';
import type { SearchAnswer } from '../../lib/papers/search-answer';
import { answerOf, found } from './found-papers';

const contents = (query: string, answer: SearchAnswer | undefined) =>
  toSuggestions(query, answer, asPlainText).map(({ content }) => content);

describe('the lines under the address bar', () => {
  it('are the papers in their order, and Hugging Face as the last', () => {
    expect(contents('draft', answerOf(found('2606.00002'), found('2606.00001')))).toEqual([
      'https://arxiv.org/abs/2606.00002',
      'https://arxiv.org/abs/2606.00001',
      'https://huggingface.co/papers?q=draft',
    ]);
  });

  it('are Hugging Face alone where nothing is found or the search failed', () => {
    for (const answer of [answerOf(), undefined]) {
      expect(toSuggestions('draft', answer, asPlainText)).toEqual([
        { content: 'https://huggingface.co/papers?q=draft', description: 'Search Hugging Face for “draft”' },
      ]);
    }
  });

  it('lead to a paper that is named and not cached', () => {
    const [first] = toSuggestions(
      'arXiv:2412.17747v2',
      { ...answerOf(), missing: '2412.17747' },
      asPlainText,
    );
    expect(first).toEqual({
      content: 'https://arxiv.org/abs/2412.17747',
      description: 'Open 2412.17747 on arXiv',
    });
    expect(contents('2412.17747', answerOf(found('2412.17747')))).toHaveLength(2);
  });

  it('never name the same address twice, for which Chrome would leave one out', () => {
    const all = contents('2412.17747', answerOf(found('2412.17747'), found('2606.00001')));
    expect(new Set(all).size).toBe(all.length);
  });

  it('say where a paper comes from and that it is saved', () => {
    const paper = found('2606.00001', {
      title: 'Drafts & <b>Trees</b>',
      marks: { title: [[0, 6]], summary: [] },
      organization: 'M&M',
      day: '2025-06-12',
      status: 'reading',
    });
    const line = (write: typeof asMarkup) => toSuggestions('drafts', answerOf(paper), write)[0]?.description;
    expect(line(asMarkup)).toBe(
      '<match>Drafts</match> &amp; &lt;b&gt;Trees&lt;/b&gt; · <dim>M&amp;M · Jun 12, 2025 · Saved</dim> · <url>arXiv:2606.00001</url>',
    );
    expect(line(asPlainText)).toBe('Drafts & <b>Trees</b> · M&M · Jun 12, 2025 · Saved · arXiv:2606.00001');
  });

  it('show the beginning of a long query and ask for all of it', () => {
    const query = 'word '.repeat(199).trim();
    const [last] = toSuggestions(query, undefined, asPlainText);
    expect(last?.description.length).toBeLessThan(120);
    expect(new URL(last?.content ?? '').searchParams.get('q')).toBe(query);
  });
});

describe('the line that says what Enter does', () => {
  const one = answerOf(found('2606.00001'));
  const cases: [when: string, query: string, answer: SearchAnswer | undefined, line: string][] = [
    ['something is found', 'draft', one, 'Open the best match for “<match>%s</match>”'],
    [
      'nothing has all that was asked for',
      'draft xyz',
      { ...one, partly: true },
      'No cached paper has all of “<match>%s</match>”: open the closest',
    ],
    [
      'nothing is found',
      'xyz',
      answerOf(),
      'Nothing cached matches “<match>%s</match>”: search Hugging Face',
    ],
    ['the search failed', 'draft', undefined, 'Open the best cached match, or search Hugging Face'],
    ['a paper is named', '2412.17747', answerOf(), 'Open <match>%s</match> on arXiv'],
    [
      'the index is being made',
      'draft',
      { ...one, indexing: { done: 20, of: 300 } },
      'Open the best match for “<match>%s</match>” <dim>(indexing, 20 of 300)</dim>',
    ],
  ];
  it.each(cases)('when %s', (_when, query, answer, line) => {
    expect(enterLine(query, answer)).toBe(line);
  });
});
