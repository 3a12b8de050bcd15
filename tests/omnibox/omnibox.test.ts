import { describe, expect, it, vi } from 'vitest';
import { maxQueryLength } from '../../lib/messages/protocol';
import { type Disposition, followOmnibox, type OmniboxEvents } from '../../lib/omnibox/omnibox';
import type { SearchAnswer } from '../../lib/papers/search-answer';
import { answerOf, found } from './found-papers';

/** Every answer that is there has arrived. */
const settled = () => new Promise((done) => setTimeout(done));

type Lines = { content: string; description: string }[];
type Search = (query: string, limit: number) => Promise<SearchAnswer>;

function event<Listener extends (...args: never[]) => unknown>() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    tell: (...args: Parameters<Listener>) => Promise.all(listeners.map((listener) => listener(...args))),
  };
}

/** The keyword in a browser of the test's own, and what became of what was typed. */
function follow(search: Search, markup = true) {
  const started = event<() => void>();
  const changed = event<(text: string, suggest: (lines: Lines) => void) => void>();
  const entered = event<(text: string, disposition: Disposition) => void>();
  const shown = { first: [] as string[], lines: [] as Lines[] };
  const open = vi.fn((_url: string, _disposition: Disposition) => undefined);
  const asked = vi.fn(search);
  const omnibox = {
    setDefaultSuggestion: ({ description }: { description: string }) => void shown.first.push(description),
    onInputStarted: started,
    onInputChanged: changed,
    onInputEntered: entered,
  };
  followOmnibox(omnibox as unknown as OmniboxEvents, { search: asked, open, markup });
  return {
    shown,
    search: asked,
    open,
    start: (_nothing?: string) => started.tell(),
    type: async (text: string) => {
      await changed.tell(text, (lines) => void shown.lines.push(lines));
      await settled();
    },
    enter: (text: string, disposition: Disposition = 'currentTab') => entered.tell(text, disposition),
  };
}

/** As `follow`, with answers that come when the test says so. */
function followSlowly() {
  const waiting = new Map<string, (answer: SearchAnswer) => void>();
  const followed = follow((query) => new Promise((arrive) => void waiting.set(query, arrive)));
  return {
    ...followed,
    async answer(query: string, found: SearchAnswer) {
      waiting.get(query)?.(found);
      await settled();
    },
  };
}

const one = async () => answerOf(found('2606.00001'));
const none = async () => answerOf();
const broken = async () => Promise.reject(new Error('no database'));
const start = 'Open the best cached match, or search Hugging Face';

describe('typing after the keyword', () => {
  it('begins with what Enter will do', async () => {
    const { shown, start: begin, search } = follow(one);
    await begin();
    expect(shown.first).toEqual([start]);
    expect(search).not.toHaveBeenCalled();
  });

  it('shows what is found, in the style of the browser', async () => {
    const chrome = follow(one);
    await chrome.type(' draft ');
    expect(chrome.search.mock.calls).toEqual([['draft', 6]]);
    expect(chrome.shown.lines[0]?.[0]?.description).toBe('Title of 2606.00001 · <url>arXiv:2606.00001</url>');
    expect(chrome.shown.first).toEqual(['Open the best match for “<match>%s</match>”']);

    const firefox = follow(one, false);
    await firefox.type('draft');
    expect(firefox.shown.lines[0]?.[0]?.description).toBe('Title of 2606.00001 · arXiv:2606.00001');
  });

  it('leaves room in Firefox, which shows six lines with its own first, for the last of ours', async () => {
    const ids = ['2606.00001', '2606.00002', '2606.00003', '2606.00004', '2606.00005', '2606.00006'];
    const firefox = follow(
      async (_query, limit) => answerOf(...ids.slice(0, limit).map((id) => found(id))),
      false,
    );
    await firefox.type('draft');
    expect(firefox.shown.lines[0]).toHaveLength(5);
    expect(firefox.shown.first).toEqual([]);
  });

  it('searches for nothing where nothing is typed', async () => {
    const { shown, search, type } = follow(one);
    await type('  ');
    expect(search).not.toHaveBeenCalled();
    expect(shown).toEqual({ first: [start], lines: [[]] });
  });

  it('offers Hugging Face where the search fails', async () => {
    const { shown, type } = follow(broken);
    await type('draft');
    expect(shown.first).toEqual([start]);
    expect(shown.lines[0]?.map(({ content }) => content)).toEqual(['https://huggingface.co/papers?q=draft']);
  });

  it('cuts a text that is longer than any query', async () => {
    const { search, type } = follow(one);
    await type('x'.repeat(10_000));
    expect(search.mock.calls[0]?.[0]).toHaveLength(maxQueryLength);
  });

  it('never shows an answer to an older text', async () => {
    const { shown, type, answer } = followSlowly();
    await type('d');
    await type('dr');
    await answer('dr', answerOf(found('2606.00002')));
    await answer('d', answerOf());
    expect(shown.lines.map(([first]) => first?.content)).toEqual(['https://arxiv.org/abs/2606.00002']);
    expect(shown.first).toEqual(['Open the best match for “<match>%s</match>”']);
  });

  it('shows nothing that arrives after the text was taken away, after Enter or in another session', async () => {
    for (const later of ['type', 'enter', 'start'] as const) {
      const { shown, answer, ...reader } = followSlowly();
      await reader.type('draft');
      void reader[later]('');
      const before = structuredClone(shown);
      await answer('draft', answerOf(found('2606.00001')));
      expect(shown).toEqual(before);
    }
  });
});

describe('Enter', () => {
  const entries: [what: string, text: string, search: Search, url: string][] = [
    ['the line that was chosen', 'https://arxiv.org/abs/2606.00009', one, 'https://arxiv.org/abs/2606.00009'],
    [
      'a search that was chosen',
      'https://huggingface.co/papers?q=a+b',
      one,
      'https://huggingface.co/papers?q=a+b',
    ],
    ['the best match', 'draft', one, 'https://arxiv.org/abs/2606.00001'],
    [
      'the closest, where none has it all',
      'draft x',
      async () => ({ ...(await one()), partly: true }),
      'https://arxiv.org/abs/2606.00001',
    ],
    [
      'the search of Hugging Face, where nothing is cached',
      ' xyz ',
      none,
      'https://huggingface.co/papers?q=xyz',
    ],
    [
      'the search of Hugging Face, where the search fails',
      'xyz',
      broken,
      'https://huggingface.co/papers?q=xyz',
    ],
    ['the papers of Hugging Face, where nothing was typed', ' ', one, 'https://huggingface.co/papers'],
    ['a paper that is named, cached or not', 'arXiv:2412.17747v2', none, 'https://arxiv.org/abs/2412.17747'],
    [
      'a paper that a link names',
      'http://arxiv.org/pdf/2412.17747#page=2',
      none,
      'https://arxiv.org/abs/2412.17747',
    ],
    [
      'no address of the reader: it is a query',
      'javascript:alert(1)',
      none,
      'https://huggingface.co/papers?q=javascript%3Aalert%281%29',
    ],
    [
      'no other site: it is a query',
      'https://evil.example/',
      none,
      'https://huggingface.co/papers?q=https%3A%2F%2Fevil.example%2F',
    ],
  ];
  it.each(entries)('opens %s', async (_what, text, search, url) => {
    const { open, enter } = follow(search);
    await enter(text);
    expect(open.mock.calls).toEqual([[url, 'currentTab']]);
  });

  it.each(['currentTab', 'newForegroundTab', 'newBackgroundTab'] as const)(
    'opens it in the %s',
    async (where) => {
      const { open, enter } = follow(one);
      await enter('draft', where);
      expect(open.mock.calls).toEqual([['https://arxiv.org/abs/2606.00001', where]]);
    },
  );
});

it('a browser without keywords is left alone', () => {
  expect(() => followOmnibox(undefined, { search: one, open: () => undefined, markup: false })).not.toThrow();
});
