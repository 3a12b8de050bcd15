// What a reader types into a search, letter by letter: words of papers that are there, the same in every run.
import { randomFrom } from './generated-papers';

/** `count` queries: the first letters of the first two words of a title, then those of another one. */
export function typedQueries(papers: readonly { title: string }[], count: number): string[] {
  const random = randomFrom(5);
  const queries: string[] = [];
  while (queries.length < count) {
    const paper = papers[Math.floor(random() * papers.length)];
    const text = paper?.title.split(' ').slice(0, 2).join(' ') ?? '';
    for (let length = 1; length <= text.length; length++) queries.push(text.slice(0, length));
  }
  return queries.slice(0, count);
}
