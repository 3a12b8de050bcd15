// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { targetText } from '../../lib/papers/target';
import { findTargetLinks, linkMentions } from '../../lib/sites/link-mentions';
import { mentionsIn } from '../../lib/sites/mentions-in';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const targets = (html: string, page = 'https://example.org/') =>
  findTargetLinks(parse(html), new URL(page)).map(({ target }) => targetText(target));
const marked = (html: string) =>
  linkMentions(parse(html), new URL('https://example.org/')).map(({ place }) => place.element.textContent);

describe('the link walker', () => {
  it.each([
    ['https://arxiv.org/abs/2412.17747', '2412.17747'],
    ['https://ar5iv.org/html/2412.17747', '2412.17747'],
    ['https://doi.org/10.48550/ARXIV.2412.17747', '2412.17747'],
    ['https://huggingface.co/papers/2412.17747', '2412.17747'],
    ['//arxiv.org/pdf/2412.17747', '2412.17747'],
    ['http://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://github.com/owner/name', 'owner/name'],
    ['https://www.github.com/owner/name/issues/1', 'owner/name'],
  ])('takes %s', (href, expected) => expect(targets(`<p><a href="${href}">x</a></p>`)).toEqual([expected]));

  it.each([
    ['an archive', 'https://example.org/archive/2412.17747'],
    ['a privacy page', '/privacy'],
    ['a data address', `data:text/html,arxiv.org/abs/2412.17747`],
    ['a script', 'javascript:location="https://arxiv.org/abs/2412.17747"'],
    ['an address of a million characters', `https://arxiv.org/abs/2412.17747?${'x'.repeat(1_000_000)}`],
    ['what is no address', 'https://['],
  ])('passes over %s', (_, href) => expect(targets(`<p><a href='${href}'>x</a></p>`)).toEqual([]));

  it.each([
    ['https://arxiv.org/list/cs.CL/new', '/abs/2412.17747', '2412.17747'],
    ['https://export.arxiv.org/a/someone_a_1', '/pdf/2412.17747', '2412.17747'],
    ['https://huggingface.co/papers', '/papers/2412.17747', '2412.17747'],
    ['https://www.alphaxiv.org/', '/abs/2412.17747', '2412.17747'],
    ['https://example.org/', '/abs/2412.17747', undefined],
  ])('at %s reads %s', (page, href, expected) =>
    expect(targets(`<p><a href="${href}">x</a></p>`, page)[0]).toBe(expected),
  );

  it('sees that an address has changed', () => {
    const document = parse('<p><a href="https://arxiv.org/abs/2412.17747">x</a></p>');
    const page = new URL('https://example.org/');
    findTargetLinks(document, page);
    document.querySelector('a')?.setAttribute('href', 'https://arxiv.org/abs/2412.17748');
    expect(findTargetLinks(document, page).map(({ target }) => targetText(target))).toEqual(['2412.17748']);
  });

  it('is not misled by what other extensions put into links', () => {
    const html =
      '<p><a href="https://arxiv.org/abs/2412.17747"><font>Title</font><span class="mark">★</span><x-mark></x-mark></a></p>';
    expect(targets(html)).toEqual(['2412.17747']);
  });
});

describe('several links to one paper', () => {
  const link = (text: string, kind = 'abs') => `<a href="https://arxiv.org/${kind}/2412.17747">${text}</a>`;

  it.each([
    ['in one paragraph are one mention, the first', `<p>${link('one')} ${link('two', 'pdf')}</p>`, ['one']],
    ['in two list items are two', `<ul><li>${link('one')}</li><li>${link('two')}</li></ul>`, ['one', 'two']],
    [
      'in two cells are two',
      `<table><tr><td>${link('one')}</td><td>${link('two')}</td></tr></table>`,
      ['one', 'two'],
    ],
    [
      'around a list item count each',
      `<div>${link('one')}<ul><li>${link('two')}</li></ul>${link('three')}</div>`,
      ['one', 'two', 'three'],
    ],
  ])('%s', (_, html, expected) => expect(marked(html)).toEqual(expected));
});

describe('everything a part names', () => {
  const html =
    '<main><p><a href="https://arxiv.org/abs/2412.17747">x</a></p><p>arXiv:2412.17747, arXiv:2412.17748</p></main><footer><p>arXiv:2412.17748 and arXiv:2412.17749</p></footer>';
  const names = (selectors: string[], options?: Parameters<typeof mentionsIn>[2]) => {
    const document = parse(html);
    const parts = selectors.map((selector) => document.querySelector(selector));
    return mentionsIn(parts, new URL('https://example.org/'), options).map(({ target }) =>
      targetText(target),
    );
  };

  it('is its links alone unless text is asked for', () => expect(names(['main'])).toEqual(['2412.17747']));

  it('is marked in text only where it is not linked, and once', () =>
    expect(names(['main', 'footer'], { text: true })).toEqual(['2412.17747', '2412.17748', '2412.17749']));

  it('leaves out what has its place already', () =>
    expect(names(['main'], { text: true, except: [{ kind: 'paper', id: '2412.17747' }] })).toEqual([
      '2412.17748',
    ]));

  it('is nothing where the part is absent', () =>
    expect(names(['aside', 'nav'], { text: true })).toEqual([]));
});
