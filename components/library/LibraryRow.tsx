// One saved paper: title, authors, year, code, status, remove. Knows nothing of the list around it.

import { arxivPage, githubPage } from '../../lib/papers/paper-pages';
import { type ReadingEntry, type ReadingStatus, readingStatuses } from '../../lib/papers/reading-entry';
import { formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { ExternalLink } from '../card/ExternalLink';
import { CloseIcon } from '../icons';
import { statusNames } from './status-names';

interface LibraryRowProps {
  entry: ReadingEntry;
  onStatus(entry: ReadingEntry, status: ReadingStatus): void;
  onRemove(entry: ReadingEntry): void;
}

const authorsShown = 3;

function authorLine(authors: readonly string[]): string {
  const names = authors.slice(0, authorsShown).join(', ');
  return authors.length > authorsShown ? t('libraryAndMore', names, authors.length - authorsShown) : names;
}

export function LibraryRow({ entry, onStatus, onRemove }: LibraryRowProps) {
  const { id, title, authors, publishedAt, repository, status, addedAt } = entry;
  const year = publishedAt?.slice(0, 4);
  return (
    <li class="entry" data-row={id} data-status={status}>
      <div class="entry-paper">
        <h2 class="clamped" dir="auto">
          <a href={arxivPage(id)} rel="noreferrer noopener" data-row-focus>
            {title}
          </a>
        </h2>
        <ul class="facts">
          {authors.length > 0 && (
            <li class="clipped">
              <span>{authorLine(authors)}</span>
            </li>
          )}
          {year && <li>{year}</li>}
          {repository && (
            <li class="clipped">
              <ExternalLink href={githubPage(repository)}>{repository}</ExternalLink>
            </li>
          )}
          <li>{t('librarySavedOn', formatDay(new Date(addedAt).toISOString().slice(0, 10)))}</li>
        </ul>
      </div>
      <select
        class="select"
        aria-label={t('libraryStatus', title)}
        aria-keyshortcuts="s"
        value={status}
        onChange={(event) => {
          const chosen = readingStatuses.find((each) => each === event.currentTarget.value);
          if (chosen) onStatus(entry, chosen);
        }}
      >
        {readingStatuses.map((each) => (
          <option key={each} value={each}>
            {t(statusNames[each])}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-label={t('libraryRemoveNamed', title)}
        aria-keyshortcuts="d"
        title={`${t('libraryRemove')} (d)`}
        onClick={() => onRemove(entry)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
