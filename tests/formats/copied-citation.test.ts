// One paper for the clipboard.
import { describe, expect, it } from 'vitest';
import { copiedCitation } from '../../lib/formats/copied-citation';
import { exampleEntry } from './example-entries';

const apa = (parts: Parameters<typeof exampleEntry>[0]) => copiedCitation('apa', exampleEntry(parts));

describe('a copied paper', () => {
  it('as BibTeX is what arXiv gives out, without what the reader decided', () => {
    expect(
      copiedCitation('bibtex', exampleEntry({ tags: ['secret'], note: 'secret' })),
    ).toBe(`@misc{feld2026quiet,
  title = {{Quiet Margins: Reading Papers Where They Are}},
  author = {Feld, Nora and van der Aar, Wim},
  year = {2026},
  month = may,
  eprint = {2605.00042},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2605.00042},
}
`);
  });

  it('as Markdown is a link', () => {
    expect(copiedCitation('markdown', exampleEntry({ title: 'On [Rivers]' }))).toBe(
      '[On \\[Rivers\\]](https://arxiv.org/abs/2605.00042)',
    );
  });

  it('as a reference has authors, year, title and address', () => {
    expect(apa({})).toBe(
      'Feld, N., & van der Aar, W. (2026). Quiet Margins: Reading Papers Where They Are. arXiv. https://arxiv.org/abs/2605.00042',
    );
  });
});

describe('the authors of a reference', () => {
  it.each([
    [['Ashish Vaswani'], 'Vaswani, A. (2026).'],
    [['Jean-Luc Marie Feld'], 'Feld, J.-L. M. (2026).'],
    [['Wil M. P. van der Aalst'], 'van der Aalst, W. M. P. (2026).'],
    [['J.K. Feld'], 'Feld, J. K. (2026).'],
    [['Marco AF Pimentel'], 'Pimentel, M. A. F. (2026).'],
    [['Hal Daumé III'], 'Daumé, H., III. (2026).'],
    [['Éric Feld', 'yu bai'], 'Feld, É., & bai, Y. (2026).'],
    [['Hai "Helen" Li'], 'Li, H. (2026).'],
    [['Gemma Team'], 'Gemma Team. (2026).'],
    [['王小明'], '王小明. (2026).'],
    [['Иван Петров', 'A B', 'C D'], 'Петров, И., B, A., & D, C. (2026).'],
  ])('%j are %s', (authors, beginning) => {
    expect(apa({ authors }).startsWith(`${beginning} Quiet`), apa({ authors })).toBe(true);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `G F${'abcdefghijklmnopqrstuvwxyz'[n]}`);

  it('are all named up to twenty', () => {
    expect(apa({ authors: many(20) })).toMatch(/Fs, G\., & Ft, G\. \(2026\)/);
  });

  it('are the first nineteen and the last beyond that', () => {
    expect(apa({ authors: many(22) })).toMatch(/^Fa, G\., .*Fs, G\., \. \. \. Fv, G\. \(2026\)/);
  });

  it('make room for the title where there are none', () => {
    expect(apa({ authors: [], title: 'Why?', publishedAt: undefined })).toBe(
      'Why? (2026). arXiv. https://arxiv.org/abs/2605.00042',
    );
  });
});
