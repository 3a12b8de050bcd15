import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArxivError } from '../../lib/arxiv/arxiv-error';
import type { ArxivPaper } from '../../lib/arxiv/arxiv-paper';
import { parseAtom } from '../../lib/arxiv/parse-atom';
import { parsePaperId } from '../../lib/papers/paper-id';
import { plainText } from '../../lib/papers/plain-text';
import { repairTex } from '../../lib/papers/tex-repair';
import { anyText } from '../papers/any-text';
import { writeComplaint, writeEntry, writeFeed } from './write-atom';

const paper = (change: Partial<ArxivPaper> = {}): ArxivPaper => ({
  id: '2412.17747',
  title: 'A Title',
  abstract: 'An abstract.',
  authors: ['Ada Lindqvist'],
  publishedAt: '2024-12-23',
  category: 'cs.CL',
  ...change,
});

const papersIn = (...entries: string[]) => parseAtom(writeFeed(entries)).papers;

/** Names of elements and attributes as arXiv writes them, so that random documents get past the first check. */
const pieces = [
  '<feed>',
  '</feed>',
  '<entry>',
  '</entry>',
  '<id>',
  '</id>',
  'http://arxiv.org/abs/2412.17747v1',
  '<title>',
  '</title>',
  'x',
  '&amp;',
  '&lol;',
  '&#0;',
  '&#x1F600;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE feed [<!ENTITY lol "lol">]>',
  '<author>',
  '</author>',
  '<arxiv:primary_category term="cs.CL"/>',
  '<published>',
  '\u0000',
];

function errorOf(text: string): unknown {
  try {
    parseAtom(text);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('papers of an Atom answer', () => {
  it('are read as arXiv writes them', () => {
    expect(papersIn(writeEntry(paper(), 7))).toEqual([paper()]);
  });

  it.each([
    ['an old identifier', 'hep-ex/0307015', 1],
    ['one of four digits', '0710.5765', 12],
    ['one without a version', '2412.17747', 0],
  ])('have their identifier without version: %s', (_what, id, version) => {
    expect(papersIn(writeEntry(paper({ id }), version))[0]?.id).toBe(id);
  });

  it.each([
    ['line breaks and indentation', 'One\n  line', 'One line'],
    ['markup, as text', '<b>Bold</b> & "free"', '<b>Bold</b> & "free"'],
    ['controls and bidi overrides', 'No\u202ene \u0007left', 'None left'],
    ['TeX, as in titles of the feed', 'LLM$\\times$MapReduce', 'LLM×MapReduce'],
    ['more than fits', 'x'.repeat(500), `${'x'.repeat(399)}…`],
  ])('have a cleaned title: %s', (_what, title, cleaned) => {
    expect(papersIn(writeEntry(paper({ title })))[0]?.title).toBe(cleaned);
  });

  it('survive characters that XML forbids', () => {
    const entry = writeEntry(paper({ title: 'A T' })).replace('A T', 'A\u0000 \ufffeT\ud800');
    expect(papersIn(entry)).toEqual([paper({ title: 'A T' })]);
  });

  it('keep an entity that nobody defined as it is written', () => {
    expect(papersIn(writeEntry(paper({ title: 'A' })).replace('>A<', '>A &bomb; B<'))[0]?.title).toBe(
      'A &bomb; B',
    );
  });

  it.each([
    ['a day', '<published>2024-12-23T17:59:59Z</published>', '', { publishedAt: undefined }],
    [
      'a possible day',
      '<published>2024-12-23T17:59:59Z</published>',
      '<published>2024-02-31T00:00:00Z</published>',
      { publishedAt: undefined },
    ],
    ['a class', '<arxiv:primary_category term="cs.CL"/>', '', { category: undefined }],
    [
      'a class that is one',
      'term="cs.CL"/>\n<author',
      'term="cs.CL}, note={"/>\n<author',
      { category: undefined },
    ],
    ['a class with a name', 'primary_category term', 'primary_category name', { category: undefined }],
    ['authors', /<author>.*<\/author>/, '', { authors: [] }],
    ['a name of the author', /<name>.*<\/name>/, '', { authors: [] }],
    ['an abstract', /<summary>[\s\S]*<\/summary>/, '', { abstract: '' }],
  ] as [string, string | RegExp, string, Partial<ArxivPaper>][])(
    'are kept without %s',
    (_what, part, replacement, change) => {
      const entry = writeEntry(paper());
      const mutilated = entry.replace(part, replacement);
      expect(mutilated).not.toBe(entry);
      expect(papersIn(mutilated)).toEqual([paper(change)]);
    },
  );

  it.each([
    ['without an address', /<id>.*<\/id>/, ''],
    ['with an address of something else', /<id>.*<\/id>/, '<id>https://example.org/2412.17747</id>'],
    ['without a title', /<title>.*<\/title>/, ''],
    ['with a title of nothing but controls', 'A Title', '\u200b&#9;'],
  ])('come without an entry %s, whose neighbours stay', (_what, part, replacement) => {
    const bad = writeEntry(paper()).replace(part, replacement);
    const good = paper({ id: '2412.00001' });
    expect(papersIn(bad, writeEntry(good), '<entry/>')).toEqual([good]);
  });

  it('come once each, the first time they are named', () => {
    const twice = [writeEntry(paper(), 1), writeEntry(paper({ title: 'Another' }), 2)];
    expect(papersIn(...twice)).toEqual([paper()]);
  });

  it('are no more than the entries: title and address of the answer itself are none', () => {
    expect(parseAtom(writeFeed([], 3))).toEqual({ papers: [], complaints: [], promised: 3 });
  });

  it('are told from complaints', () => {
    const answer = writeFeed([writeComplaint('incorrect id format for 9912.99999'), writeEntry(paper())]);
    expect(parseAtom(answer)).toEqual({
      papers: [paper()],
      complaints: ['incorrect id format for 9912.99999'],
      promised: 2,
    });
  });

  it('of any list, once cleaned, are the same after they were written as Atom', () => {
    const line = (maxLength: number) =>
      anyText
        .map((text) => plainText(repairTex(plainText(text, maxLength)), maxLength))
        .filter((text) => plainText(repairTex(text), maxLength) === text);
    const id = fc
      .oneof(
        fc
          .tuple(fc.integer({ min: 1501, max: 2612 }), fc.integer({ min: 1, max: 99_999 }))
          .map(([month, number]) => `${month}.${String(number).padStart(5, '0')}`),
        fc.integer({ min: 1, max: 999 }).map((number) => `hep-th/9901${String(number).padStart(3, '0')}`),
      )
      .filter((text) => parsePaperId(text) !== undefined);
    const anyPaper = fc.record(
      {
        id,
        title: line(400).filter((text) => text !== ''),
        abstract: line(8_000),
        authors: fc.array(
          anyText.map((text) => plainText(text, 120)).filter((text) => text !== ''),
          { maxLength: 4 },
        ),
        publishedAt: fc.constantFrom('1991-08-14', '2024-02-29', '2026-06-12'),
        category: fc.constantFrom('cs.CL', 'hep-th', 'cond-mat.mtrl-sci', 'physics.acc-ph', 'astro-ph.CO'),
      },
      { requiredKeys: ['id', 'title', 'abstract', 'authors'] },
    );
    const list = fc.uniqueArray(anyPaper, { selector: (one) => one.id, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.nat({ max: 20 }), (papers, version) => {
        expect(papersIn(...papers.map((one) => writeEntry(one, version)))).toEqual(papers);
      }),
    );
  });
});

describe('what is no answer of arXiv', () => {
  const whole = writeFeed([writeEntry(paper())]);
  const bomb = `<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${whole.replace('A Title', '&b;')}`;

  it.each([
    ['nothing', ''],
    ['text', 'Rate exceeded.'],
    ['JSON', '{"feed":[]}'],
    ['a web page', '<!DOCTYPE html><title>Log in</title>'],
    ['a web page as XML', '<html><entry/></html>'],
    ['a bomb of entities', bomb.replace(/<\?.*\?>/, '')],
    ['a document type of its own', '<!DOCTYPE feed SYSTEM "https://example.org/x.dtd"><feed/>'],
    ['elements a hundred thousand deep', '<feed>'.repeat(100_000)],
    ['an answer cut off', whole.slice(0, -20)],
    ['an answer with something after it', `${whole}<feed/>`],
  ])('is refused: %s', (_what, text) => {
    expect(errorOf(text)).toMatchObject({ name: 'ArxivError', code: 'format' });
  });

  it('is refused wherever it was cut off', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(errorOf(whole.slice(0, length)), `after ${length}`).toBeInstanceOf(ArxivError);
    }
  });

  it('never throws anything else, whatever the text', () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), anyText), { maxLength: 30 });
    const texts = fc.oneof(
      anyText,
      soup.map((parts) => parts.join('')),
      soup.map((parts) => `<feed>${parts.join('')}</feed>`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const error = errorOf(text);
        if (error !== undefined) expect(error).toBeInstanceOf(ArxivError);
      }),
    );
  });
});
