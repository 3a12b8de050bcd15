import { describe, expect, it } from 'vitest';
import { failureOf, failureText } from '../../../components/page/failure-text';
import type { FailureCode } from '../../../lib/messages/protocol';

const codes: Record<FailureCode, true> = {
  'bad-request': true,
  'not-allowed': true,
  'not-cached': true,
  offline: true,
  timeout: true,
  'rate-limited': true,
  'feed-failed': true,
  'disk-full': true,
  'bad-file': true,
  'not-upgraded': true,
  unavailable: true,
  internal: true,
};

describe('a failure in words', () => {
  it('has a sentence of its own for every code', () => {
    const texts = (Object.keys(codes) as FailureCode[]).map((code) => failureText({ code, detail: '' }));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].* .*\.$/);
  });

  it('adds the detail where the sentence leaves the reason open', () => {
    expect(failureText({ code: 'feed-failed', detail: 'status 502' })).toMatch(/\(status 502\)$/);
    expect(failureText({ code: 'timeout', detail: 'after 20 s' })).not.toContain('20 s');
  });

  it('calls a stored code it does not know internal', () => {
    expect(failureText({ code: 'constructor', detail: 'x' })).toBe(
      failureText({ code: 'internal', detail: 'x' }),
    );
  });

  it('keeps the code of a refusal, and calls everything else internal', () => {
    expect(failureOf(Object.assign(new Error('full'), { code: 'disk-full' }))).toEqual({
      code: 'disk-full',
      detail: 'full',
    });
    expect(failureOf(Object.assign(new Error('x'), { code: 'toString' })).code).toBe('internal');
    expect(failureOf(new TypeError('x'))).toEqual({ code: 'internal', detail: 'x' });
    expect(failureOf('gone')).toEqual({ code: 'internal', detail: 'gone' });
    expect(failureOf(null)).toEqual({ code: 'internal', detail: 'null' });
  });
});
