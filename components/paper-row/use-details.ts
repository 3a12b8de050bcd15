// Reads what an opened row shows. Keeps what it has until something newer comes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperDetails } from '../../lib/papers/paper-details';
import { type Failure, failureOf } from '../page/failure-text';

export type DetailsState =
  | { state: 'reading' }
  | { state: 'read'; details: PaperDetails }
  /** The paper is not cached any more. */
  | { state: 'gone' }
  | { state: 'failed'; failure: Failure };

const reading: DetailsState = { state: 'reading' };

/** Reads again whenever `version` is another. */
export function useDetails(
  id: string,
  read: (id: string) => Promise<PaperDetails | undefined>,
  version: unknown,
): DetailsState {
  const [known, setKnown] = useState(reading);
  const newest = useRef(read);
  newest.current = read;
  useLayoutEffect(() => {
    let over = false;
    const show = (next: DetailsState) => over || setKnown(next);
    newest.current(id).then(
      (details) => show(details ? { state: 'read', details } : { state: 'gone' }),
      (error: unknown) => show({ state: 'failed', failure: failureOf(error) }),
    );
    return () => {
      over = true;
    };
  }, [id, version]);
  return known;
}
