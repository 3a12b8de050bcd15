// Reads the response headers that say when to come back and where the next page is. Pure; header texts in, numbers out.

/**
 * `Retry-After` (RFC 9110, section 10.2.3), seconds or an HTTP date, as ms to wait from `now` (ms since 1970). A date in the past
 * is 0; undefined for a missing or unreadable header.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // An HTTP date begins with the name of its weekday; `Date.parse` alone would take `-5` for a year.
  const date = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export interface RateLimit {
  /** Calls left in this window. */
  remaining: number;
  /** ms until the window ends. */
  resetsIn: number;
}

/**
 * `RateLimit: "api";r=499;t=300` (draft-ietf-httpapi-ratelimit-headers). Of several policies the one with the fewest calls left,
 * of equals the one that lasts longer. Undefined for a missing or unreadable header.
 */
export function parseRateLimit(header: string | null): RateLimit | undefined {
  const limits = (header ?? '').split(',').flatMap((policy) => {
    const remaining = /;\s*r=(\d+)/.exec(policy)?.[1];
    const seconds = /;\s*t=(\d+)/.exec(policy)?.[1];
    if (remaining === undefined || seconds === undefined) return [];
    return [{ remaining: Number(remaining), resetsIn: Number(seconds) * 1000 }];
  });
  return limits.sort((a, b) => a.remaining - b.remaining || b.resetsIn - a.resetsIn)[0];
}

/**
 * The target of `Link: <…>; rel="next"` (RFC 8288) as an absolute address, `base` being the address that was asked. Undefined
 * where there is none or it is no address.
 */
export function nextPage(header: string | null, base: string): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters);
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes('next') && URL.canParse(target, base)) return new URL(target, base).href;
  }
  return undefined;
}
