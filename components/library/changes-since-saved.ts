// What has become of a paper since it was saved, from the cache alone. Pure; the row puts it into words.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import type { CachedFacts } from '../../lib/store/cached-facts';

export type ChangeSinceSaved =
  | { kind: 'upvotes'; more: number }
  | { kind: 'code' }
  | { kind: 'summary' }
  /** The feed did not have it then, and has it now. */
  | { kind: 'listed' };

const none: readonly ChangeSinceSaved[] = [];

/** In the order in which they are shown; empty where nothing has changed, or nothing is known. */
export function changesSinceSaved(
  { whenSaved }: Pick<ReadingEntry, 'whenSaved'>,
  facts: CachedFacts | undefined,
): readonly ChangeSinceSaved[] {
  if (!whenSaved || !facts) return none;
  // Every paper of the feed has upvotes: one that had none came from elsewhere, and nothing was known of the rest.
  if (!whenSaved.cached || whenSaved.upvotes === undefined) {
    return facts.origin === 'feed' && facts.upvotes !== undefined ? [{ kind: 'listed' }] : none;
  }
  const changes: ChangeSinceSaved[] = [];
  const more = (facts.upvotes ?? 0) - whenSaved.upvotes;
  if (more > 0) changes.push({ kind: 'upvotes', more });
  if (!whenSaved.hasCode && facts.repository !== undefined) changes.push({ kind: 'code' });
  if (!whenSaved.hasSummary && facts.hasSummary) changes.push({ kind: 'summary' });
  return changes;
}
