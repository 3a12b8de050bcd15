import { describe, expect, it } from 'vitest';
import { createMessageReader } from './marionette.mjs';

const encode = (message: unknown) => {
  const text = JSON.stringify(message);
  return `${Buffer.byteLength(text)}:${text}`;
};

describe('the wire of Marionette', () => {
  it.each([1, 2, 7, 1000])('reads messages that arrive in pieces of %i bytes', (size) => {
    const messages = [
      { marionetteProtocol: 3 },
      [1, 1, null, { value: 'Grüße, 世界' }],
      [1, 2, { error: 'x' }, null],
    ];
    const bytes = Buffer.from(messages.map(encode).join(''));
    const read: unknown[] = [];
    const reader = createMessageReader((message) => read.push(message));
    for (let start = 0; start < bytes.length; start += size) reader(bytes.subarray(start, start + size));
    expect(read).toEqual(messages);
  });
});
