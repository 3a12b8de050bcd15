// When a paper came out, as far as its facts tell. Pure.
import { feedDayOf } from '../papers/feed-day';
import type { PaperFacts } from '../papers/reading-entry';

export interface IssueDate {
  year: number;
  month: number;
  /** Absent where only the month is known. */
  day?: number;
}

/** When the paper came out: its day of publication, else the month its identifier was issued in. */
export function issueDate({
  id,
  publishedAt,
}: Pick<PaperFacts, 'id' | 'publishedAt'>): IssueDate | undefined {
  const day = feedDayOf(publishedAt ?? '');
  if (day) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return { year, month, day: date };
  }
  const [, digits = ''] = /(?:^|\/)(\d{4})/.exec(id) ?? [];
  const month = Number(digits.slice(2));
  if (month < 1 || month > 12) return undefined;
  const year = Number(digits.slice(0, 2));
  // Identifiers with two digits for the year began in 1991.
  return { year: year < 91 ? 2000 + year : 1900 + year, month };
}
