// What was done to entries, in the words of the status bar. Pure.
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { formatDay } from '../../lib/text/format';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { entryName, entryNames } from './entry-name';

/** One sentence. Of a change of several fields the first is named. */
export function changeText(entries: readonly ReadingEntry[], change: EntryChange): string {
  const names = entryNames(entries);
  const { status, stars, snoozedUntil } = change;
  if (status !== undefined) return t('libraryDidStatus', names, statusName(status));
  if (stars !== undefined) return t('libraryDidStars', names, starsText(stars));
  if (snoozedUntil) return t('libraryDidSnooze', names, formatDay(snoozedUntil));
  if (snoozedUntil === null) return t('libraryDidWake', names);
  if (change.note !== undefined) return t('libraryDidNote', names);
  return t('libraryDidTags', names);
}

export function removalText(removed: readonly ReadingEntry[]): string {
  const [first] = removed;
  return removed.length === 1 && first
    ? t('pageRemoved', entryName(first))
    : t('libraryRemovedMany', removed.length);
}

export const starsText = (stars: number): string =>
  stars === 0 ? t('libraryNoStars') : counted(stars, 'cardOneStar', 'cardStars');
