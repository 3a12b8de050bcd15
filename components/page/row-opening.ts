// Rows that open in place: which of a page is open, and what every row is told of it.
import type { PaperDetails } from '../../lib/papers/paper-details';
import type { PaperRowProps } from '../paper-row/PaperRow';

export interface RowOpening {
  isOpen(id: string): boolean;
  toggle(id: string): void;
  /** Undefined = the paper is not cached. */
  readDetails(id: string): Promise<PaperDetails | undefined>;
}

type OpeningProps = Pick<PaperRowProps, 'open' | 'onToggleOpen' | 'readDetails'>;

/** Nothing where rows do not open in place: their titles are links then. */
export function openingProps(opening: RowOpening | undefined, id: string): OpeningProps {
  return opening
    ? { open: opening.isOpen(id), onToggleOpen: opening.toggle, readDetails: opening.readDetails }
    : {};
}
