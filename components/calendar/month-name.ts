// A month by name, as the reader's language writes it. Pure but for the locale of the machine.
import type { FeedMonth } from '../../lib/papers/list-query';
import { textLanguage } from '../../lib/text/translate';

/** `2026-11` → `November 2026`. */
export function monthName(month: FeedMonth): string {
  const form = new Intl.DateTimeFormat(textLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return form.format(new Date(`${month}-01T00:00:00Z`));
}
