import { describe, expect, it } from 'vitest';
import { readCslJson } from '../../lib/formats/read-csl-json';
import { readFile } from '../../lib/formats/read-file';
import { readPaperMemory } from '../../lib/formats/read-paper-memory';
import { fixtureText } from './fixture-text';

describe('CSL-JSON', () => {
  it('of Zotero gives papers, names and days, and what was skipped', () => {
    expect(readCslJson(JSON.parse(fixtureText('zotero-csl.json')))).toEqual({
      format: 'csl-json',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins Are All You Need: On Marginalia',
          authors: ['Ada Quill', 'Jan van der Page', 'The Gloss Collective'],
          publishedAt: '2021-01-05',
          change: {},
        },
      ],
      skipped: [{ where: 'elsewhere', code: 'no-arxiv-id', detail: 'Not on the Preprint Server' }],
    });
  });

  it.each([
    ['number', 'arXiv:2101.00042'],
    ['URL', 'https://arxiv.org/abs/2101.00042'],
    ['DOI', '10.48550/arXiv.2101.00042'],
    ['note', 'arXiv:2101.00042 [cs.CL]\nCitation Key: quill'],
    ['container-title', 'arXiv preprint arXiv:2101.00042'],
  ])('names the paper in %s', (field, value) => {
    const [paper] = readCslJson([{ type: 'article', title: 'Margins', [field]: value }]).papers;
    expect(paper).toEqual({ id: '2101.00042', title: 'Margins', change: {} });
  });

  it('may hold anything where something else belongs', () => {
    const odd = [
      null,
      7,
      [],
      {
        author: [null, { family: {} }],
        issued: { 'date-parts': 'x' },
        title: [],
        URL: 'arxiv.org/abs/2101.00042',
      },
    ];
    const { papers, skipped } = readCslJson(odd);
    expect(papers).toEqual([{ id: '2101.00042', change: {} }]);
    expect(skipped.map(({ where, code }) => [where, code])).toEqual([
      ['1', 'malformed'],
      ['2', 'malformed'],
      ['3', 'malformed'],
    ]);
  });
});

describe('an export of PaperMemory', () => {
  it('gives papers with tags, notes, code and when they were added; a favourite has three stars', () => {
    expect(readPaperMemory(JSON.parse(fixtureText('papermemory.json')))).toEqual({
      format: 'papermemory',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins Are All You Need',
          authors: ['Ada Quill', 'Jan van der Page'],
          repository: 'quill/margins',
          change: { stars: 3, addTags: ['marginalia', 'to-cite'], note: 'Accepted @ Made-Up Letters' },
          addedAt: Date.UTC(2022, 7, 29, 8, 35, 2, 977),
        },
        {
          id: 'hep-th/9901001',
          title: 'The Old Style of Identifiers',
          authors: ['Old Elder'],
          change: {},
          addedAt: Date.UTC(2022, 7, 29, 8, 34, 59, 825),
        },
      ],
      skipped: [{ where: 'ACL-2020_main.1', code: 'no-arxiv-id', detail: 'Not on the Preprint Server' }],
    });
  });

  it.each([
    [
      'papers with a tag',
      [{ url: 'https://arxiv.org/pdf/2101.00042.pdf', title: 'Margins', tags: ['x'] }],
      { addTags: ['x'] },
    ],
    ['addresses', ['https://arxiv.org/pdf/2101.00042.pdf'], {}],
    [
      'BibTeX by id',
      { 'Arxiv-2101.00042': '@misc{a,\n eprint = {2101.00042}, keywords = {x}}' },
      { addTags: ['x'] },
    ],
  ])('may be a list of %s', async (_what, json, change) => {
    const { papers } = await readFile('a.json', JSON.stringify(json));
    expect(papers.map((paper) => [paper.id, paper.change])).toEqual([['2101.00042', change]]);
  });

  it('may name papers as objects name their own', async () => {
    const json =
      '{"__proto__": {"pdfLink": "arxiv.org/abs/2101.00042", "author": "A"}, "constructor": 5, "__dataVersion": 1}';
    const { papers, skipped } = await readFile('a.json', json);
    expect(papers.map(({ id }) => id)).toEqual(['2101.00042']);
    expect(skipped).toEqual([{ where: 'constructor', code: 'malformed', detail: 'It is no paper.' }]);
  });
});
