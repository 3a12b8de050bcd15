// Which tags a list uses. Pure.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { textLanguage } from '../../lib/text/translate';

/** Each once, sorted. */
export function tagsOf(entries: readonly ReadingEntry[]): string[] {
  const tags = new Set<string>();
  for (const entry of entries) for (const tag of entry.tags) tags.add(tag);
  return [...tags].sort((one, other) => one.localeCompare(other, textLanguage()));
}
