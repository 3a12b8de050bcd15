import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRis } from '../../lib/formats/read-ris';
import { fixtureText } from './fixture-text';

const record = (...lines: string[]) => ['TY  - GEN', ...lines, 'ER  - ', ''].join('\n');

describe('a RIS file', () => {
  it('of Zotero gives papers, names, days, tags and notes, and what was skipped', () => {
    expect(readRis(fixtureText('zotero.ris'))).toEqual({
      format: 'ris',
      papers: [
        {
          id: '2101.00042',
          title: 'Margins Are All You Need',
          authors: ['Ada Quill', 'Jan van der Page Jr.', 'The Gloss Collective'],
          publishedAt: '2021-01-05',
          change: {
            addTags: ['Computer Science - Digital Libraries', 'marginalia'],
            note: 'Good & short.\n\nTwice.',
          },
        },
      ],
      skipped: [{ where: '20', code: 'no-arxiv-id', detail: 'Not on the Preprint Server' }],
    });
  });

  it.each([
    ['UR  - https://arxiv.org/abs/2101.00042v2'],
    ['DO  - 10.48550/ARXIV.2101.00042'],
    ['AN  - arXiv:2101.00042 [cs]'],
    ['M1  - arXiv:2101.00042'],
    ['JO  - arXiv preprint arXiv:2101.00042'],
    ['VL  - abs/2101.00042'],
    ['N1  - arXiv:2101.00042'],
  ])('names the paper in %s', (line) => {
    expect(readRis(record(line)).papers.map(({ id }) => id)).toEqual(['2101.00042']);
  });

  it('takes no paper of an abstract for its own', () => {
    expect(readRis(record('AB  - As arXiv:2101.00042 says', 'N2  - arXiv:2101.00042')).papers).toEqual([]);
  });

  it('may break long values over lines', () => {
    const text = record('TI  - Margins Are', 'All You Need', 'UR  - arxiv.org/abs/2101.00042');
    expect(readRis(text).papers[0]?.title).toBe('Margins Are All You Need');
  });

  it('may lack the end of a record, which then begins the next', () => {
    const text =
      'TY  - GEN\nUR  - arxiv.org/abs/2101.00001\nTY  - GEN\nAN  - 2101.00002\nTY  - GEN\nTI  - None';
    const { papers, skipped } = readRis(text);
    expect(papers.map(({ id }) => id)).toEqual(['2101.00001', '2101.00002']);
    expect(skipped).toEqual([{ where: '5', code: 'malformed', detail: 'None' }]);
  });

  it('of any lines gives no error', () => {
    const line = fc.oneof(
      fc.constantFrom('TY  - GEN', 'ER  -', 'AU  - ,', 'N1  - <p', 'DA  - //', '  - '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = [...lines, record('AN  - 2101.00042')].join('\n');
        expect(readRis(text).papers.some(({ id }) => id === '2101.00042')).toBe(true);
      }),
    );
  });
});
