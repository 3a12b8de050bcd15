import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readBibtex } from '../../lib/formats/read-bibtex';
import { fixtureText } from './fixture-text';

// Much work, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const read = (text: string) => readBibtex(text, async () => {});
const readOne = async (fields: string, key = 'k') =>
  (await read(`@article{${key}, title = {Any}, ${fields}}`)).papers[0];

describe('the paper of a BibTeX entry', () => {
  it.each([
    ['eprint with archivePrefix', 'eprint = {2101.00042}, archivePrefix = {arXiv}', '2101.00042'],
    ['eprint alone, with a version', 'eprint = "2101.00042v3"', '2101.00042'],
    ['eprint with eprinttype', 'eprint = {arXiv:2101.00042}, eprinttype = {arxiv}', '2101.00042'],
    ['eprint of the old style', 'eprint = {hep-th/9901001}', 'hep-th/9901001'],
    ['eprint and its section', 'eprint = {9901001}, primaryClass = {hep-th}', 'hep-th/9901001'],
    ['the DOI', 'doi = {10.48550/arXiv.2101.00042}', '2101.00042'],
    ['the DOI as an address', 'doi = {https://doi.org/10.48550/arXiv.2101.00042}', '2101.00042'],
    ['the address', 'url = {http://arxiv.org/pdf/2101.00042v1.pdf}', '2101.00042'],
    [
      'an address with TeX',
      String.raw`url = {https://huggingface.co/papers/2101.00042?a\_b=1}`,
      '2101.00042',
    ],
    ['the journal', 'journal = {arXiv preprint arXiv:2101.00042}', '2101.00042'],
    ['the journal of BibLaTeX', 'journaltitle = {ArXiv e-prints, arXiv:2101.00042}', '2101.00042'],
    ["DBLP's volume", 'journal = {CoRR}, volume = {abs/2101.00042}', '2101.00042'],
    ['howpublished', String.raw`howpublished = {\url{https://arxiv.org/abs/2101.00042}}`, '2101.00042'],
    ['the note', 'note = {arXiv:2101.00042 [cs.CL]}', '2101.00042'],
    ['strings put together', 'eprint = {2101} # ".00042"', '2101.00042'],
  ])('is found in %s', async (_where, fields, id) => {
    expect((await readOne(fields))?.id).toBe(id);
  });

  it.each([
    ['an identifier', '2101.00042'],
    ['one that is labelled', 'arxiv2101.00042'],
    ["DBLP's own", 'DBLP:journals/corr/abs-2101-00042'],
  ])('is found in a key that is %s, where nothing else names it', async (_kind, key) => {
    expect((await readOne('year = 2021', key))?.id).toBe('2101.00042');
  });

  it.each([
    ['an eprint of another archive', 'eprint = {2101.00042}, archivePrefix = {jstor}'],
    ['a bare number in a note', 'note = {pages 2101.00042}'],
    ['a note on two papers', 'note = {arXiv:2101.00042 beats arXiv:2101.00043}'],
    ['an abstract', 'abstract = {We extend arXiv:2101.00042}'],
    ['a month to come', 'eprint = {9812.00001}'],
    ['a key that only holds a number', 'year = 2021'],
  ])('is not guessed from %s', async (_where, fields) => {
    expect(await readOne(fields, 'smith2101')).toBeUndefined();
  });
});

describe('a BibTeX file', () => {
  it('of Zotero gives titles and names without TeX, tags, notes, and what was skipped', async () => {
    expect(await read(fixtureText('zotero.bib'))).toEqual({
      format: 'bibtex',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins Are All You Need: On Marginalia & α-Notes',
          authors: ['Ada Quill', 'Jan van der Page', 'The Gloss Collective', 'Zoé Müller'],
          change: {
            addTags: ['Computer Science - Digital Libraries', 'marginalia', 'read_twice'],
            note: 'Comment: 12 pages\n\nSecond thought: good & short.',
          },
        },
        {
          id: 'hep-th/9901001',
          title: 'The Old Style of Identifiers',
          authors: ['Old Elder'],
          change: {},
        },
      ],
      skipped: [{ where: 'elsewhere (29)', code: 'no-arxiv-id', detail: 'Not on the Preprint Server' }],
    });
  });

  it('with broken entries gives the others, and of the broken those whose identifier is legible', async () => {
    const { papers, skipped } = await read(fixtureText('broken.bib'));
    expect(papers.map(({ id, title }) => [id, title])).toEqual([
      ['2101.00001', 'First'],
      ['2101.00003', 'Third'],
      ['2101.00004', undefined],
      ['2101.00005', 'A stray $ sign'],
    ]);
    expect(skipped).toEqual([
      { where: 'torn (3)', code: 'malformed', detail: 'The field title is never closed.' },
      { where: 'legible (7)', code: 'malformed', detail: 'The field title is never closed.' },
    ]);
  });

  it.each([
    [String.raw`{A $<$ b, a <i>c</i> \textless d}`, 'A < b, a <i>c</i> <d'],
    [String.raw`{{\v{C}ech {\aa}nd \'Etale}}`, 'Čech ånd Étale'],
    [String.raw`{\method: 50\% of $\mathcal{O}(n^2)$}`, String.raw`\method: 50% of O(n²)`],
    ['"{Quoted {"}inside{"}} braces"', 'Quoted "inside" braces'],
    ['{Plain words}', 'Plain words'],
  ])('gives the title %s as text', async (tex, title) => {
    const { papers } = await read(`@misc{k, title = ${tex}, eprint = {2101.00042}}`);
    expect(papers[0]?.title).toBe(title);
  });

  it.each([
    ['Quill, Ada and Page, Jr., Jan', ['Ada Quill', 'Jan Page Jr.']],
    ['Ada Quill and Jan van der Page and others', ['Ada Quill', 'Jan van der Page']],
    ['{Gloss and Margin, Inc.} and M{\\"u}ller, Zo\\\'e', ['Gloss and Margin, Inc.', 'Zoé Müller']],
    ['Quill, Ada\n   and\n  Page, Jan', ['Ada Quill', 'Jan Page']],
  ])('gives the authors %j by name', async (author, authors) => {
    expect((await readOne(`author = {${author}}, eprint = {2101.00042}`))?.authors).toEqual(authors);
  });

  it.each([
    ['readstatus = {read}', { status: 'done' }],
    ['readstatus = {skimmed}', { status: 'reading' }],
    ['read = {1}', { status: 'done' }],
    ['keywords = {a; b, a}', { addTags: ['a', 'b'] }],
    ['note = {arXiv: 2101.00042}', {}],
  ])('takes %s as what its reader decided', async (field, change) => {
    expect((await readOne(`eprint = {2101.00042}, ${field}`))?.change).toEqual(change);
  });

  it.each([
    ['date-added = {2021-02-03 10:00:00 +0100}', Date.UTC(2021, 1, 3, 9)],
    ['creationdate = {2021-02-03T10:00:00}', Date.UTC(2021, 1, 3, 10)],
    ['timestamp = {2021-02-03}', Date.UTC(2021, 1, 3)],
    ['timestamp = {Wed, 03 Feb 2021 10:00:00 +0100}', undefined],
  ])('takes %s as when it was added', async (field, addedAt) => {
    expect((await readOne(`eprint = {2101.00042}, ${field}`))?.addedAt).toBe(addedAt);
  });

  it('joins entries of one paper and says so', async () => {
    const { papers, skipped } = await read(
      '@misc{a, eprint = {2101.00042}, title = {One}, keywords = {x}, annote = {first}}' +
        '@misc{b, eprint = {2101.00042v2}, title = {Two}, author = {Quill, Ada}, keywords = {y}, annote = {second}}',
    );
    expect(papers).toEqual([
      {
        id: '2101.00042',
        title: 'One',
        authors: ['Ada Quill'],
        change: { addTags: ['x', 'y'], note: 'first\n\nsecond' },
      },
    ]);
    expect(skipped).toEqual([{ where: 'b (1)', code: 'twice', detail: '2101.00042' }]);
  });

  it('may name fields as objects name their own', async () => {
    const paper = await readOne('__proto__ = {x}, constructor = {y}, toString = {z}, eprint = {2101.00042}');
    expect(paper).toEqual({ id: '2101.00042', title: 'Any', change: {} });
  });

  it('nested deeper than any parser goes still gives its papers', async () => {
    const { papers } = await read(
      `@misc{k, eprint = {2101.00042}, title = {${'{'.repeat(2_000)}x${'}'.repeat(2_000)}}}`,
    );
    expect(papers).toEqual([{ id: '2101.00042', title: 'x', change: {} }]);
  });

  it('that is unclosed again and again is given up, not searched for ever', async () => {
    const { skipped } = await read('\n@a{x, t = {'.repeat(200_000));
    expect(skipped.length).toBeLessThan(100);
    expect(skipped.at(-1)?.detail).toBe('So much is unclosed that the rest was not read.');
  });

  it('of any characters gives no error', async () => {
    const piece = fc.constantFrom(
      '@misc{',
      '@string(',
      '{',
      '}',
      '"',
      '=',
      '#',
      ',',
      '\\',
      '$',
      '%',
      '\n',
      'a',
      'eprint',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = `@misc{k, eprint = {2101.00042}}\n${pieces.join('')}`;
        expect((await read(text)).papers[0]?.id).toBe('2101.00042');
      }),
    );
  });
});
