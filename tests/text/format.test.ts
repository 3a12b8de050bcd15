import { describe, expect, it } from 'vitest';
import { formatAge, formatCount, formatDay } from '../../lib/text/format';

describe('formatting', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  it('says how long ago something was', () => {
    expect(formatAge(now - 20_000, now)).toBe('just now');
    expect(formatAge(now - 2 * 3_600_000, now)).toMatch(/2\s?h/);
    expect(formatAge(now + 5_000, now)).toBe('just now');
  });
  it('writes a day with its year only when it is another year', () => {
    expect(formatDay('2026-06-12', now)).toBe('Jun 12');
    expect(formatDay('2025-06-12', now)).toBe('Jun 12, 2025');
    expect(formatDay('soon', now)).toBe('soon');
  });
  it('shortens large counts', () => expect(formatCount(1234)).toBe('1.2K'));
});
