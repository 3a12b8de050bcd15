// The reading list as RIS.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRis } from '../../lib/formats/write-ris';
import { anyEntries, anyText, example } from './example-entries';

describe('a record', () => {
  it('has a tag and a value a line', () => {
    const entry = {
      status: 'done',
      stars: 3,
      tags: ['R&D; later', 'to cite'],
      note: 'First <line> & more\nsecond',
      category: 'cs.CL',
    } as const;
    expect(
      writeRis([example({ ...entry, tags: [...entry.tags] }, 'An abstract\nof two lines.')]).split('\r\n'),
    ).toEqual([
      'TY  - UNPB',
      'TI  - Quiet Margins: Reading Papers Where They Are',
      'AU  - Feld, Nora',
      'AU  - van der Aar, Wim',
      'PY  - 2026',
      'DA  - 2026/05/04',
      'UR  - https://arxiv.org/abs/2605.00042',
      'AN  - arXiv:2605.00042',
      'DB  - arXiv',
      'N2  - An abstract of two lines.',
      'KW  - R&D; later',
      'KW  - to cite',
      'N1  - First &lt;line&gt; &amp; more<br>second',
      'U1  - papergloss status: done, stars: 3, added: 2026-05-01T10:20:30.123Z, changed: 2026-05-01T10:20:30.123Z, published: 2026-05-04, category: cs.CL',
      'ER  - ',
      '',
    ]);
  });

  it.each([
    ['Hal Daumé III', 'Daumé, Hal, III'],
    ['Guy Van den Broeck', 'Van den Broeck, Guy'],
    ['Gemma Team', 'Gemma Team'],
    ['Feld, Nora, PhD', 'Feld Nora PhD'],
  ])('names %s as %s', (name, written) => {
    expect(writeRis([example({ authors: [name] })])).toContain(`\r\nAU  - ${written}\r\n`);
  });

  it('has the month of the identifier where the day is not known', () => {
    expect(writeRis([example({ id: 'hep-th/9901001', publishedAt: undefined })])).toContain(
      '\r\nPY  - 1999\r\nDA  - 1999/01/\r\n',
    );
  });
});

describe('whatever is on the list', () => {
  it('makes records that open with TY and close with ER, and nothing but tags between', () => {
    fc.assert(
      fc.property(anyEntries, anyText, (entries, abstract) => {
        const text = writeRis(entries.map((entry) => ({ entry, abstract })));
        expect(text.isWellFormed()).toBe(true);
        // Every end of a line that any reader might see.
        const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).filter((line) => line !== '');
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
        const shape = lines.map((line) => line.slice(0, 2)).filter((tag) => tag === 'TY' || tag === 'ER');
        expect(shape).toEqual(entries.flatMap(() => ['TY', 'ER']));
        expect(lines.filter((line) => line.startsWith('AN')).map((line) => line.slice(12))).toEqual(
          entries.map(({ id }) => id),
        );
      }),
    );
  });
});
