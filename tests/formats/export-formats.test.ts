// All formats a list can be written in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../lib/formats/export-formats';
import { anyEntries, anyText, context, example } from './example-entries';

describe.each(exportFormats)('$id', ({ write }) => {
  it('is well-formed text that names every paper, whatever is on the list', () => {
    fc.assert(
      fc.property(anyEntries, anyText, (entries, abstract) => {
        const text = write(
          entries.map((entry) => ({ entry, abstract })),
          context,
        );
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
        for (const { id } of entries) expect(text).toContain(`https://arxiv.org/abs/${id}`);
      }),
    );
  });

  it('writes nothing of papers where there are none', () => {
    expect(write([], context)).not.toContain('arxiv');
  });

  it('is the same for the same list', () => {
    const list = [example({ note: 'One' }), example({ id: '2605.00002' })];
    expect(write(list, context)).toBe(write(list, context));
  });
});
