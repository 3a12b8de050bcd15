// Keeps one paper of the reader's from explaining a whole list. Pure.
import type { ForYouReason } from '../papers/for-you-reason';

/** So many in a row may be there because of the same paper. */
const inARow = 3;

/** By id: a keyword may read like one. */
const paperOf = (reasons: readonly ForYouReason[]): string | undefined =>
  reasons.flatMap((reason) => (reason.kind === 'keyword' ? [] : [reason.id]))[0];

/** Moves the next one up that has another reason; where all that are left share it, their order stays. Best first in, best first out. */
export function diversified<Explained extends { reasons: readonly ForYouReason[] }>(
  ranked: readonly Explained[],
): Explained[] {
  const left = [...ranked];
  const order: Explained[] = [];
  while (left.length > 0) {
    const last = order.slice(-inARow).map(({ reasons }) => paperOf(reasons));
    const tired = last.length === inARow && new Set(last).size === 1 ? last[0] : undefined;
    const other = tired === undefined ? 0 : left.findIndex(({ reasons }) => paperOf(reasons) !== tired);
    order.push(...left.splice(Math.max(0, other), 1));
  }
  return order;
}
