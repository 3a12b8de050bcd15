// Views and orders of the reading list by name. No order of their own: that is the list's.
import { statusName } from '../../lib/text/status-name';
import { type MessageKey, t } from '../../lib/text/translate';
import type { EntryOrder, View } from './arrange-entries';

export function viewName(view: View): string {
  if (view === 'all') return t('libraryAll');
  return view === 'snoozed' ? t('librarySnoozed') : statusName(view);
}

export const orderNames: Record<EntryOrder, MessageKey> = {
  added: 'librarySortAdded',
  changed: 'librarySortChanged',
  upvotes: 'librarySortUpvotes',
  published: 'librarySortPublished',
  title: 'librarySortTitle',
  stars: 'librarySortStars',
};
