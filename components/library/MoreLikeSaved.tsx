// "More like what I saved": cached papers near those on the list, each with the saved one it is near to. Folded at first: what the reader
// came for is the list, and nothing of this pushes it.
import { useRef, useState } from 'preact/hooks';
import type { RelatedPaper } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { reasonsText } from '../card/related-reasons';
import { PaperRow } from '../paper-row/PaperRow';

export interface SuggestedPaper {
  paper: RelatedPaper;
  /** Title of the saved paper it is near to. */
  because: string;
}

interface MoreLikeSavedProps {
  suggested: readonly SuggestedPaper[];
  isSaved(id: string): boolean;
  onToggleSaved(id: string): void;
}

export function MoreLikeSaved({ suggested, isSaved, onToggleSaved }: MoreLikeSavedProps) {
  const [open, setOpen] = useState(false);
  // While it is open a row that was saved stays where it is: nothing moves under the finger.
  const kept = useRef(suggested);
  if (!open || kept.current.length === 0) kept.current = suggested;
  const explained = kept.current.filter(({ paper }) => reasonsText(paper.reasons));
  if (explained.length === 0) return null;
  return (
    <details class="more-like-saved" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 class="section-title">{t('libraryMoreLikeSaved')}</h2>{' '}
        <span class="count">{explained.length}</span>
      </summary>
      <ol>
        {explained.map(({ paper: { id, title, reasons, seen }, because }) => (
          <PaperRow
            key={id}
            paper={{ id, title, seen }}
            reasons={[reasonsText(reasons), t('libraryBecause', because)]}
            saved={isSaved(id)}
            outOfList
            onToggleSaved={onToggleSaved}
          />
        ))}
      </ol>
    </details>
  );
}
