import { describe, expect, it } from 'vitest';
import { whatOf } from '../../lib/diagnosis/diagnosis-event';
import { FeedError } from '../../lib/feed/feed-error';
import { StoreError } from '../../lib/store/store-error';

/** An error as an extension page throws it. */
function thrownAt(message: string, ...frames: string[]): Error {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('what is kept of an error', () => {
  it('is its name and the plain words of its message', () => {
    expect(whatOf(thrownAt('owner/name is not iterable'))).toBe('TypeError: … is not iterable');
  });

  it('is our code', () => {
    expect(whatOf(new StoreError('disk-full', 'The browser has no room left for it.'))).toMatch(
      /^StoreError \(disk-full\): The browser has no room left for it\./,
    );
  });

  it('is where in our scripts it happened, and nothing of where they lie', () => {
    const error = thrownAt(
      'no',
      'work (chrome-extension://abcdefgh/chunks/read-list-hIAtCelZ.js:1:2345)',
      'chrome-extension://abcdefgh/background.js:1:99',
    );
    expect(whatOf(error)).toBe('TypeError: no @ read-list-hIAtCelZ.js:1:2345');
  });

  it('is no place that only the message names', () => {
    expect(
      whatOf(thrownAt('at chrome-extension://x/2401-12345.js:1:1', 'https://a.example/page.js:1:1')),
    ).toBe('TypeError: at …');
  });

  it.each<[what: string, thrown: unknown, expected: string]>([
    ['a text', 'https://arxiv.org/abs/2401.00001 is gone', 'thrown: … is gone'],
    ['nothing', undefined, 'thrown'],
    ['null', null, 'thrown'],
    ['a number', 7, 'thrown'],
    ['something with a name like an address', { name: 'a.example', message: 'no' }, 'thrown: no'],
    [
      'something that throws when it is read',
      Object.defineProperty({}, 'message', {
        get: () => {
          throw 1;
        },
      }),
      'thrown',
    ],
  ])('is something of whatever else is thrown: %s', (_what, thrown, expected) => {
    expect(whatOf(thrown)).toBe(expected);
  });

  it('is short', () => {
    expect(whatOf(new Error('word '.repeat(10_000))).length).toBeLessThan(330);
  });

  it('never says which paper the feed was asked for', () => {
    const said = whatOf(new FeedError('server', 'https://huggingface.co/api/papers/2401.00001 answered 502'));
    expect(said).toMatch(/^FeedError \(server\): … answered 502/);
    expect(said).not.toContain('2401');
  });
});
