// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { arrangeList } from '../../lib/page/list-arrangement';
import { type Row, readEntries, seen, writeList } from './list-entries';

const sections: Row[][] = [
  [
    ['a', 'unlisted'],
    ['b', 3],
    ['c', 'unlisted'],
    ['d', 40],
    ['e', 'unknown'],
  ],
  [
    ['f', 'unlisted'],
    ['g', 100],
  ],
];

const own = { isSorted: false, isFiltered: false };
const sorted = { isSorted: true, isFiltered: false };
const filtered = { isSorted: false, isFiltered: true };
const both = { isSorted: true, isFiltered: true };

/** `a b` → both elements of each entry. */
const inOrder = (text: string) =>
  text.split(' ').flatMap((name) => (name === '|' ? [name] : [name, `(${name})`]));

function open(rows = sections) {
  writeList(document, rows);
  return arrangeList(readEntries(document, rows));
}

const page = () => document.documentElement.outerHTML;
const list = () => document.querySelector('dl') as HTMLElement;
const byName = (name: string) => document.querySelector<HTMLElement>(`dt#${name}`) as HTMLElement;

afterEach(() => document.body.replaceChildren());

describe('a list', () => {
  it.each([
    ['as the page has it', own, '| a b c d e | f g'],
    [
      'sorted: the most upvotes first, the rest in its own order, each section by itself',
      sorted,
      '| d b e a c | g f',
    ],
    ['shortened to what is listed', filtered, '| b d e | g'],
    ['both', both, '| d b e | g'],
  ])('%s', (_what, view, expected) => {
    const arrangement = open();
    arrangement.show(view);
    expect(seen(document)).toEqual(inOrder(expected));
  });

  it('keeps the order of the page among equals', () => {
    open([
      [
        ['a', 5],
        ['b', 7],
        ['c', 5],
      ],
    ]).show(sorted);
    expect(seen(document)).toEqual(inOrder('| b a c'));
  });

  it('is not touched before somebody asks', () => {
    writeList(document, sections);
    const before = page();
    arrangeList(readEntries(document, sections)).show(own);
    expect(page()).toBe(before);
  });

  it('moves nothing but entries', () => {
    const arrangement = open();
    const others = [...list().childNodes].map((node) => (/^D[TD]$/.test(node.nodeName) ? 'entry' : node));
    arrangement.show(sorted);
    expect([...list().childNodes].map((node) => (/^D[TD]$/.test(node.nodeName) ? 'entry' : node))).toEqual(
      others,
    );
  });

  it('moves entries and never copies them', () => {
    const arrangement = open();
    const before = new Set(list().childNodes);
    arrangement.show(both);
    expect(new Set(list().childNodes)).toEqual(before);
    expect([...list().childNodes].every((node) => before.has(node))).toBe(true);
  });

  it('takes along what stands in an entry', () => {
    const arrangement = open();
    const badge = byName('d').appendChild(document.createElement('papergloss-badge'));
    arrangement.show(sorted);
    expect(badge.parentElement).toBe(list().querySelector('dt'));
  });

  it('hides against any style of the page', () => {
    open().show(filtered);
    expect(byName('a').style.getPropertyPriority('display')).toBe('important');
  });
});

describe('a list that is given back', () => {
  const steps = fc.array(fc.constantFrom(own, sorted, filtered, both), { minLength: 1, maxLength: 6 });
  const upvotes = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('unlisted' as const, 'unknown' as const),
  );
  const anySections = fc
    .array(fc.array(upvotes, { maxLength: 5 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((rows, section) => rows.map((row, index): Row => [`e${section}-${index}`, row])));

  it('is byte for byte and node for node what it was, whatever was done with it', () => {
    fc.assert(
      fc.property(anySections, steps, (rows, views) => {
        const arrangement = open(rows);
        const before = page();
        const nodes = [...list().childNodes];
        for (const view of views) arrangement.show(view);
        arrangement.show(own);
        expect(page()).toBe(before);
        expect([...list().childNodes].every((node, index) => node === nodes[index])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its style attributes as they were written, and has none where it had none', () => {
    const arrangement = open();
    byName('c').setAttribute('style', 'color:  RED; display:block');
    const before = page();
    arrangement.show(filtered);
    arrangement.show(own);
    expect(page()).toBe(before);
    expect(byName('a').hasAttribute('style')).toBe(false);
  });

  it('keeps what the page has written into a style meanwhile', () => {
    const arrangement = open();
    byName('c').style.display = 'flex';
    arrangement.show(filtered);
    byName('a').style.color = 'green';
    byName('c').style.color = 'green';
    arrangement.show(own);
    expect(byName('a').style.display).toBe('');
    expect(byName('c').style.display).toBe('flex');
    expect(byName('c').style.color).toBe('green');
  });

  it('does not show again what the page itself has hidden meanwhile', () => {
    const arrangement = open();
    arrangement.show(filtered);
    byName('a').setAttribute('style', 'display: none');
    arrangement.show(own);
    expect(byName('a').style.display).toBe('none');
  });

  it('lacks what the page has removed meanwhile, and nothing else', () => {
    const arrangement = open();
    arrangement.show(both);
    byName('b').nextElementSibling?.remove();
    byName('b').remove();
    byName('f').remove();
    arrangement.show(own);
    expect(seen(document)).toEqual(['|', ...inOrder('a c d e'), '|', '(f)', ...inOrder('g')]);
  });

  it('keeps what others have put in meanwhile', () => {
    const arrangement = open();
    arrangement.show(both);
    const [first, last] = [document.createElement('hr'), document.createElement('hr')];
    list().prepend(first);
    list().append(last);
    arrangement.show(own);
    expect(seen(document)).toEqual(inOrder('| a b c d e | f g'));
    expect([list().firstChild, list().lastChild]).toEqual([first, last]);
  });

  it('bears that the whole list is gone', () => {
    const arrangement = open();
    arrangement.show(both);
    document.body.replaceChildren();
    expect(() => arrangement.show(own)).not.toThrow();
  });

  it('bears that its entries have been thrown into another place', () => {
    const arrangement = open();
    arrangement.show(sorted);
    for (const element of [...list().children]) document.body.prepend(element);
    const count = document.body.children.length;
    arrangement.show(own);
    arrangement.show(both);
    arrangement.show(own);
    expect(document.body.children.length).toBe(count);
  });
});

describe('a list that grows while it is arranged', () => {
  const grown: Row[][] = [sections[0] ?? [], [...(sections[1] ?? []), ['h', 200], ['i', 'unlisted']]];

  function grow() {
    for (const name of ['h', 'i'])
      list().insertAdjacentHTML('beforeend', `<dt id="${name}">${name}</dt><dd>about ${name}</dd>`);
  }

  it('is arranged as a whole, in the view the reader has chosen', () => {
    const arrangement = open();
    arrangement.show(both);
    grow();
    arrangement.update(readEntries(document, grown));
    expect(seen(document)).toEqual(inOrder('| d b e | h g'));
  });

  it('comes back in the order the page would have', () => {
    writeList(document, sections);
    grow();
    const before = page();
    const arrangement = open();
    arrangement.show(sorted);
    grow();
    arrangement.update(readEntries(document, grown));
    arrangement.show(own);
    expect(page()).toBe(before);
  });
});
