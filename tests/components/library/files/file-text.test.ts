// The text of chosen files, and the messages an import is taken apart into.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fileText } from '../../../../components/library/files/file-text';
import { importBatches, sendInBatches } from '../../../../components/library/files/import-batches';

const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer((text.length + 1) * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16((at + 1) * 2, text.charCodeAt(at), littleEndian);
  return view.buffer;
};

describe('the text of a file', () => {
  it.each<[string, BlobPart, string]>([
    ['UTF-8', 'Gödel 王', 'Gödel 王'],
    ['UTF-8 with a byte order mark', '\ufeffGödel', 'Gödel'],
    ['UTF-16, little end first', utf16('Gödel 王', true), 'Gödel 王'],
    ['UTF-16, big end first', utf16('Gödel 王', false), 'Gödel 王'],
    ['nothing', '', ''],
    ['one byte', 'a', 'a'],
    ['bytes that are no text', new Uint8Array([0x61, 0xc3, 0x28]), 'a\ufffd('],
  ])('of %s', async (_, bytes, text) => {
    expect(await fileText(new Blob([bytes]))).toBe(text);
  });
});

it('of a file that is too large to be taken is not even read', async () => {
  const arrayBuffer = vi.fn();
  const huge = Object.assign(new Blob(), { arrayBuffer });
  Object.defineProperty(huge, 'size', { value: 4_000_000_000 });
  await expect(fileText(huge)).rejects.toMatchObject({ code: 'too-large' });
  expect(arrayBuffer).not.toHaveBeenCalled();
});

describe('batches of an import', () => {
  it('lose nothing, keep the order, and are small unless one thing alone is not', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 1, max: 60 }), (items, most) => {
        const batches = importBatches(items, most);
        expect(batches.flat()).toEqual(items);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          const size = batch.reduce((sum, item) => sum + JSON.stringify(item).length, 0);
          expect(batch.length === 1 || size <= most).toBe(true);
        }
      }),
    );
  });

  it('hold few enough papers that a bar moves', () => {
    const batches = importBatches(Array.from({ length: 1_200 }, (_, id) => ({ id })));
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 200]);
  });

  const long = ['a'.repeat(9e6), 'b'.repeat(9e6), 'c'];
  const brings = async (batch: string[]) => ({ added: batch.length, merged: 1 });

  it('are sent one after the other, and what they bring is told after each, counted on', async () => {
    const sent: string[][] = [];
    const onDone = vi.fn();
    const run = { signal: new AbortController().signal, onDone };
    const send = (batch: string[]) => {
      sent.push(batch);
      return brings(batch);
    };
    const result = await sendInBatches(long, send, run, { done: 4, gain: { added: 0, merged: 4 } });
    expect(result).toEqual({ done: 7, gain: { added: 3, merged: 6 } });
    expect(sent.map((batch) => batch.length)).toEqual([1, 2]);
    expect(onDone.mock.calls).toEqual([
      [5, { added: 1, merged: 5 }],
      [7, { added: 3, merged: 6 }],
    ]);
  });

  it('end with the one on its way when they are stopped', async () => {
    const stop = new AbortController();
    const send = vi.fn(async (batch: string[]) => {
      stop.abort();
      return brings(batch);
    });
    const result = await sendInBatches(long, send, { signal: stop.signal, onDone() {} });
    expect(result).toEqual({ done: 1, gain: { added: 1, merged: 1 } });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('end with the first that fails, and those before it have been told', async () => {
    const onDone = vi.fn();
    const send = vi.fn(brings).mockImplementationOnce(brings).mockRejectedValueOnce(new Error('full'));
    const run = { signal: new AbortController().signal, onDone };
    await expect(sendInBatches(long, send, run)).rejects.toThrow('full');
    expect(onDone.mock.calls).toEqual([[1, { added: 1, merged: 1 }]]);
  });
});
