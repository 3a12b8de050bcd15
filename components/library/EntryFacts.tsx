// What a row says of its paper: authors, year, code, and what has changed since it was saved. Text and links only.
import { githubPage } from '../../lib/papers/paper-pages';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import type { CachedFacts } from '../../lib/store/cached-facts';
import { formatCount, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { ExternalLink } from '../card/ExternalLink';
import { UpvoteIcon } from '../icons';
import { type ChangeSinceSaved, changesSinceSaved } from './changes-since-saved';
import { localDay } from './snooze-days';

interface EntryFactsProps {
  entry: ReadingEntry;
  /** Undefined where the paper is not cached. */
  facts: CachedFacts | undefined;
}

const authorsShown = 3;

function authorLine(authors: readonly string[]): string {
  const names = authors.slice(0, authorsShown).join(', ');
  return authors.length > authorsShown ? t('libraryAndMore', names, authors.length - authorsShown) : names;
}

export function EntryFacts({ entry, facts }: EntryFactsProps) {
  const { title, authors, publishedAt, addedAt } = entry;
  const repository = entry.repository ?? facts?.repository;
  return (
    <ul class="facts">
      {title === '' && <li>{t('libraryNoTitle')}</li>}
      {authors.length > 0 && (
        <li class="clipped">
          <span dir="auto">{authorLine(authors)}</span>
        </li>
      )}
      {publishedAt && <li>{publishedAt.slice(0, 4)}</li>}
      {repository && (
        <li class="clipped">
          <ExternalLink href={githubPage(repository)}>{repository}</ExternalLink>
        </li>
      )}
      <li>{t('librarySavedOn', formatDay(localDay(addedAt)))}</li>
    </ul>
  );
}

function changeWords(change: ChangeSinceSaved): string {
  switch (change.kind) {
    case 'upvotes':
      return t('librarySinceSaved', formatCount(change.more));
    case 'code':
      return t('libraryCodeAppeared');
    case 'summary':
      return t('librarySummaryAppeared');
    case 'listed':
      return t('libraryNowListed');
  }
}

/** Nothing where nothing has changed. */
export function ChangesLine({ entry, facts }: EntryFactsProps) {
  const changes = changesSinceSaved(entry, facts);
  if (changes.length === 0) return null;
  return (
    <ul class="facts changes">
      {changes.map((change) => (
        <li key={change.kind}>
          {change.kind === 'upvotes' && <UpvoteIcon />}
          {changeWords(change)}
        </li>
      ))}
    </ul>
  );
}
