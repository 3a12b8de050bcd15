// What an entry is called where it is spoken of. Pure.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';

type Named = Pick<ReadingEntry, 'id' | 'title'>;

/** The title, or `arXiv:<id>` as long as there is none. */
export const entryName = ({ id, title }: Named): string => title || `arXiv:${id}`;

/** One paper by its name, several by how many they are; '' for none. */
export function entryNames(entries: readonly Named[]): string {
  const [first] = entries;
  if (!first) return '';
  return entries.length === 1 ? t('libraryQuoted', entryName(first)) : t('popupPapers', entries.length);
}
