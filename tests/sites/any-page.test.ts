// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { targetText } from '../../lib/papers/target';
import adapter from '../../lib/sites/adapters/any-page';
import fixture from '../fixtures/sites/any-page.2026-11.html?raw';

const page = new URL('https://example.org/notes');
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const found = (html: string) =>
  adapter
    .findMentions(parse(html), page)
    .map(({ target, label }) => [targetText(target), ...(label ? ['with its name'] : [])].join(', '));

it('finds what links lead to, once a paragraph, then what the text alone names', () => {
  expect(found(fixture)).toEqual([
    '2606.10001',
    '2606.10001',
    'someone/drafts',
    '2606.10002, with its name',
    '2606.10003, with its name',
    '2606.10004',
    '2606.10005',
    'hep-th/9901001',
    'someone/samples',
    '2606.10009, with its name',
    '2606.10010',
    '2606.10011',
  ]);
});

it('looks into open shadow roots, however deep', () => {
  const document = parse('<x-outer></x-outer>');
  const outer = document.querySelector('x-outer')?.attachShadow({ mode: 'open' });
  if (outer) outer.innerHTML = '<p>arXiv:2606.10001</p><x-inner></x-inner>';
  const inner = outer?.querySelector('x-inner')?.attachShadow({ mode: 'open' });
  if (inner) inner.innerHTML = '<a href="https://arxiv.org/abs/2606.10002">deep</a>';
  const names = adapter.findMentions(document, page).map(({ target }) => targetText(target));
  expect(names).toEqual(['2606.10002', '2606.10001']);
});

it.each([
  ['in the page', '<p><a href="abs/2606.10001">x</a></p>', undefined],
  [
    'against a base',
    '<base href="https://arxiv.org/"><p><a href="abs/2606.10001">x</a> <a href="/pdf/2606.10002">y</a></p>',
    '2606.10001 2606.10002',
  ],
])('reads relative addresses %s', (_where, html, expected) => {
  expect(found(html).join(' ') || undefined).toBe(expected);
});
