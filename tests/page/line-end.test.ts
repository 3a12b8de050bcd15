// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { lineEnd } from '../../lib/page/line-end';
import type { Place } from '../../lib/sites/types';

/** The markup with `|` where the end of the line of `#at` is. */
function marked(html: string, position: 'after' | 'append' = 'after'): string {
  document.body.innerHTML = html;
  const end = lineEnd({ element: document.querySelector('#at'), position } as Place);
  const mark = document.createTextNode('|');
  if (end.position === 'append') end.element.append(mark);
  else end.element[end.position](mark);
  return document.body.innerHTML.replaceAll(' id="at"', '');
}

describe('the end of a line', () => {
  it.each([
    [
      'is behind the rest of the paragraph',
      '<p><a id="at">x</a> and <i>more</i>.</p>',
      '<p><a>x</a> and <i>more</i>.|</p>',
    ],
    ['is outside of inline elements', '<p><b><a id="at">x</a></b> more</p>', '<p><b><a>x</a></b> more|</p>'],
    ['is before a line break', '<p><a id="at">x</a> one<br>two</p>', '<p><a>x</a> one|<br>two</p>'],
    [
      'is before a nested list',
      '<ul><li><a id="at">x</a> one<ul><li>two</li></ul></li></ul>',
      '<ul><li><a>x</a> one|<ul><li>two</li></ul></li></ul>',
    ],
    ['is before a rule', '<div><a id="at">x</a> one<hr>two</div>', '<div><a>x</a> one|<hr>two</div>'],
    ['stays where a block is meant', '<pre id="at">x</pre><p>next</p>', '<pre>x</pre>|<p>next</p>'],
  ])('%s', (_, html, expected) => expect(marked(html)).toBe(expected));

  it('is at the end of what is appended to', () => {
    expect(marked('<div id="at">one <a>two</a></div>', 'append')).toBe('<div>one <a>two</a>|</div>');
    expect(marked('<div id="at"></div>', 'append')).toBe('<div>|</div>');
  });
});
