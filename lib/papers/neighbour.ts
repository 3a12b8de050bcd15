// One of a paper's nearest others, as it is stored. Types only.
import type { RelatedReason } from './card-data';

export interface Neighbour {
  id: string;
  title: string;
  /** At least one. */
  reasons: RelatedReason[];
}
