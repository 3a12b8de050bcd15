// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { readPageAbstract, type Scripting } from '../../lib/messages/page-abstract';
import { maxPageAbstract, maxPageTitle } from '../../lib/messages/protocol';

const text =
  'A small model proposes several words at once, and a large one looks at all of them in a single pass. ';
const abstract = text.repeat(2).trim();

/** Runs what is injected as a browser does: from its source text, with nothing of the module around it. */
const inPage: Scripting = {
  async executeScript({ func, args }) {
    const alone = new Function(`return (${func.toString()})`)() as (...handedIn: unknown[]) => unknown;
    return [{ result: structuredClone(alone(...args)) }];
  },
};

function read(head: string, body = '') {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return readPageAbstract(inPage, 7);
}
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe('what a page says of its paper', () => {
  it.each<[string, string, string]>([
    ['citation metadata', meta('citation_title', 'A Title') + meta('citation_abstract', abstract), ''],
    [
      'metadata in other letters',
      meta('Citation_Title', 'A Title') + meta('CITATION_ABSTRACT', abstract),
      '',
    ],
    ['Dublin Core', meta('DC.Title', 'A Title') + meta('DC.Description', abstract), ''],
    [
      'an abstract page of arXiv',
      '',
      `<h1 class="title mathjax"><span class="descriptor">Title:</span> A   Title</h1>
       <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${abstract}</blockquote>`,
    ],
    [
      'a page of an anthology',
      meta('citation_title', 'A Title'),
      `<div class="card-body acl-abstract"><h5>Abstract</h5><span>${abstract}</span></div>`,
    ],
    [
      'a forum of reviews, by what it tells other sites',
      `${meta('citation_title', 'A Title')}<meta property="og:description" content="Abstract: ${abstract}">`,
      '',
    ],
    [
      'a named part of the page',
      '<meta property="og:title" content="A Title">',
      `<div id="abstract">${abstract}</div>`,
    ],
    ['a labelled section', '', `<h1>A Title</h1><section aria-label="Abstract">${abstract}</section>`],
    ['a heading that says so', '', `<h1>A Title</h1><h2>Abstract</h2><div><p>${abstract}</p></div>`],
  ])('is read from %s', async (_, head, body) => {
    expect(await read(head, body)).toEqual({ title: 'A Title', abstract });
  });

  it.each<[string, string, string]>([
    ['a page without any', '<title>News</title>', `<h1>News</h1><p>${abstract}</p>`],
    [
      'a page that merely describes itself',
      `<meta property="og:description" content="${abstract}">`,
      '<h1>News</h1>',
    ],
    [
      'an abstract that is a teaser',
      meta('citation_title', 'A Title'),
      `<p class="abstract">${text.slice(0, 99)}</p>`,
    ],
    ['a page without a title', meta('citation_abstract', abstract), ''],
    [
      'a list of papers',
      '',
      `<h1>Results</h1><p class="abstract">${abstract}</p><p class="abstract">${abstract}</p>`,
    ],
  ])('is nothing on %s', async (_, head, body) => {
    expect(await read(head, body)).toBeUndefined();
  });

  it('is text: no markup, no scripts, no styles, no controls', async () => {
    const words = await read(
      meta('citation_title', '&lt;b&gt;A Title&lt;/b&gt;'),
      `<div id="abstract">${text}<script>let x;</script><style>p {}</style><button>Copy</button> <i>${text}</i></div>`,
    );
    expect(words).toEqual({ title: '<b>A Title</b>', abstract });
  });

  it('is cut where it is longer than anything a paper says', async () => {
    const huge = 'word '.repeat(1_000_000);
    const words = await read(
      meta('citation_title', huge),
      `<div class="abstract">${huge}<p>${huge}</p></div>`,
    );
    expect(words?.title.length).toBeLessThanOrEqual(maxPageTitle);
    expect(words?.title.length).toBeGreaterThan(maxPageTitle - 10);
    expect(words?.abstract.length).toBeLessThanOrEqual(maxPageAbstract);
    expect(words?.abstract.length).toBeGreaterThan(maxPageAbstract - 10);
  });

  it('is read past elements that go by the names of methods', async () => {
    const names = ['querySelectorAll', 'createTreeWalker'];
    for (const name of names) {
      Object.defineProperty(document, name, { value: document.createElement('img'), configurable: true });
    }
    try {
      expect(await read(meta('citation_title', 'A Title'), `<p id="abstract">${abstract}</p>`)).toBeDefined();
    } finally {
      for (const name of names) Reflect.deleteProperty(document, name);
    }
  });
});

describe('an answer from a page', () => {
  const answering = (result: unknown): Scripting => ({ executeScript: async () => [{ result }] });
  const good = { title: 'A Title', abstract };

  it('is asked of the tab itself, with nothing but how far to read', async () => {
    const asked: unknown[] = [];
    const scripting: Scripting = {
      async executeScript({ target, args }) {
        asked.push(target, args);
        return [{ result: good }];
      },
    };
    expect(await readPageAbstract(scripting, 7)).toEqual(good);
    expect(asked).toEqual([{ tabId: 7 }, [2 * maxPageAbstract]]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'A Title'],
    ['numbers', { title: 1, abstract: 2 }],
    ['lists', { title: ['A Title'], abstract: [abstract] }],
    ['half of it', { title: 'A Title' }],
    ['blanks', { title: ' \n ', abstract }],
    ['an abstract of blanks', { title: 'A Title', abstract: ' '.repeat(5_000) }],
    [
      'a trap',
      {
        get title() {
          throw new Error('caught');
        },
        abstract,
      },
    ],
  ])('is not believed where it is %s', async (_, result) => {
    expect(await readPageAbstract(answering(result), 7)).toBeUndefined();
  });

  it('is cut and cleaned again, whatever the page made of it', async () => {
    const words = await readPageAbstract(
      answering({
        title: `A\u202e\n Title${'x'.repeat(5_000_000)}`,
        abstract: '😀'.repeat(50_000),
        more: 'ignored',
      }),
      7,
    );
    expect(words?.title.startsWith('A Titlex')).toBe(true);
    expect(words?.title.length).toBeLessThanOrEqual(maxPageTitle);
    expect(words?.abstract.length).toBeLessThanOrEqual(maxPageAbstract);
    expect(Object.keys(words ?? {})).toEqual(['title', 'abstract']);
  });

  it.each<[string, Scripting]>([
    ['refuses', { executeScript: () => Promise.reject(new Error('Cannot access contents of the page')) }],
    ['has no frame', { executeScript: async () => [] }],
    [
      'throws',
      {
        executeScript() {
          throw new Error('no such tab');
        },
      },
    ],
  ])('is undefined for a tab that %s', async (_, scripting) => {
    expect(await readPageAbstract(scripting, 7)).toBeUndefined();
  });
});
