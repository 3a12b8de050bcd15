import { expect, it } from 'vitest';
import { papersNamedBefore } from '../../lib/page/named-papers';
import type { Mention } from '../../lib/sites/types';

const place = { element: {} as Element, position: 'after' } as const;
const paper = (id: string): Mention => ({ target: { kind: 'paper', id }, form: 'badge', place });
const code = (form: Mention['form'] = 'badge'): Mention => ({
  target: { kind: 'repository', slug: 'owner/name' },
  form,
  place,
});

it.each<[what: string, mentions: Mention[], judged: number, expected: boolean]>([
  ['a badge on the code of a paper named before it says nothing new', [paper('a'), code()], 1, true],
  ['one before its paper does', [code(), paper('a')], 0, false],
  ['one on the code of another paper does', [paper('b'), code()], 1, false],
  ['a card of a repository does', [paper('a'), code('card')], 1, false],
  ['a paper named again does', [paper('a'), paper('a')], 1, false],
])('%s', (_, mentions, judged, expected) => {
  expect(papersNamedBefore(mentions)('a', mentions[judged] as Mention)).toBe(expected);
});

it('a mention of another look at the page is judged new', () => {
  expect(papersNamedBefore([paper('a'), code()])('a', code())).toBe(false);
});
