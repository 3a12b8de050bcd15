import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPage, parseRateLimit, parseRetryAfter } from '../../lib/feed/rate-headers';

const now = Date.parse('2026-06-12T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['Fri, 12 Jun 2026 12:00:30 GMT', 30_000],
    ['Friday, 12-Jun-26 12:01:00 GMT', 60_000],
    ['Fri, 12 Jun 2026 11:59:00 GMT', 0],
    [null, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Later, perhaps', undefined],
  ])('%j is %j ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});

describe('RateLimit', () => {
  it.each([
    ['"api";r=499;t=300', { remaining: 499, resetsIn: 300_000 }],
    ['"api"; r=0; t=12', { remaining: 0, resetsIn: 12_000 }],
    ['"api";t=5;r=3', { remaining: 3, resetsIn: 5_000 }],
    ['"minute";r=9;t=30, "day";r=2;t=4000', { remaining: 2, resetsIn: 4_000_000 }],
    ['"a";r=0;t=3, "b";r=0;t=8', { remaining: 0, resetsIn: 8_000 }],
    ['"api";r=1', undefined],
    ['"api";r=-1;t=1', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j says %j', (header, limit) => {
    expect(parseRateLimit(header)).toEqual(limit);
  });
});

describe('the next page', () => {
  const base = 'https://huggingface.co/api/daily_papers?date=2026-06-12&p=0';

  it.each([
    ['</api/daily_papers?p=1>; rel="next"', 'https://huggingface.co/api/daily_papers?p=1'],
    ['<https://huggingface.co/a,b>; rel=next', 'https://huggingface.co/a,b'],
    ['<?p=1>; title="x"; rel="last next"', 'https://huggingface.co/api/daily_papers?p=1'],
    ['<?p=0>; rel="first", <?p=2>; REL="NEXT"', 'https://huggingface.co/api/daily_papers?p=2'],
    ['<?p=0>; rel="prev"', undefined],
    ['<http://[>; rel="next"', undefined],
    ['rel="next"', undefined],
    ['', undefined],
    [null, undefined],
  ])('of %j is %j', (header, address) => {
    expect(nextPage(header, base)).toBe(address);
  });
});

it('no header of any text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      parseRetryAfter(text, now);
      parseRateLimit(text);
      nextPage(text, 'https://huggingface.co/');
    }),
  );
});
