// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { allowedPlace } from '../../lib/page/allowed-place';
import type { Place } from '../../lib/sites/types';

/** Where a badge behind `#at`, or behind the text in it, would go: the element it would follow. */
function behind(html: string, node: 'element' | 'text' = 'element'): string | undefined {
  document.body.innerHTML = html;
  const at = document.querySelector('#at');
  const element = node === 'text' ? at?.firstChild : at;
  const place = allowedPlace({ element, position: 'after' } as Place);
  return (
    place &&
    `${place.position} ${(place.element as Element).className || place.element.nodeName.toLowerCase()}`
  );
}

describe('a badge', () => {
  it.each([
    ['behind a link', '<p><a id="at">x</a></p>', 'element', 'after a'],
    ['behind text', '<p id="at">x</p>', 'text', 'after #text'],
    ['behind code, not in it', '<pre class="code"><code id="at">x</code></pre>', 'text', 'after code'],
    ['behind a link in code', '<pre class="code"><a id="at">x</a></pre>', 'element', 'after code'],
    [
      'behind the frame of code',
      '<div class="highlight"><pre id="at">x</pre></div>',
      'text',
      'after highlight',
    ],
    ['behind a button', '<button class="press"><b id="at">x</b></button>', 'text', 'after press'],
    ['behind a link whose text it is', '<a class="link" id="at">x</a>', 'text', 'after link'],
    ['behind a drawing', '<svg class="drawing"><text id="at">x</text></svg>', 'text', 'after drawing'],
  ] as const)('goes %s', (_, html, node, expected) => expect(behind(html, node)).toBe(expected));

  it.each([
    ['what the reader edits', '<div contenteditable="true"><p><a id="at">x</a></p></div>'],
    ['what the reader edits as plain text', '<div contenteditable="plaintext-only"><b id="at">x</b></div>'],
    ['an editor of any spelling', '<div contenteditable><b id="at">x</b></div>'],
    [
      'a part of an editor that is locked',
      '<div contenteditable="true"><span contenteditable="false"><b id="at">x</b></span></div>',
    ],
    ['a text field', '<textarea id="at">x</textarea>'],
  ])('goes nowhere in %s', (_, html) => {
    expect(behind(html)).toBeUndefined();
    expect(behind(html, 'text')).toBeUndefined();
  });

  it('may stand in what says that it is not editable', () =>
    expect(behind('<div contenteditable="false"><b id="at">x</b></div>')).toBe('after b'));
});
