// Which of all papers on the popup are saved, as the store has them: a paper may stand in several of its lists.
import { useMemo } from 'preact/hooks';
import type { RelatedPaper } from '../../lib/papers/card-data';
import type { ReadingStatus } from '../../lib/papers/reading-entry';

export interface KnownPaper {
  id: string;
  repository?: string;
  status?: ReadingStatus;
}

/** `lists`: what is read live comes last, and counts. `near`: of these the answer says itself whether they are saved. */
export function useKnownPapers(lists: readonly (readonly KnownPaper[])[], near: readonly RelatedPaper[]) {
  const known = useMemo(() => lists.flat(), lists);
  const stored = useMemo(() => {
    const marks = known.map(({ id, status }) => [id, status !== undefined] as const);
    return new Map([...near.map(({ id, saved }) => [id, saved] as const), ...marks]);
  }, [near, known]);
  return { known, stored };
}
