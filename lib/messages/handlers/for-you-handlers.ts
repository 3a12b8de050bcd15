// The papers for the reader on message: what is not wanted there, and beginning afresh.
import type { PaperglossDatabase } from '../../store/database';
import { resetForYou } from '../../store/for-you';
import { setDismissed } from '../../store/seen-papers';
import type { Handlers } from '../listen';

export function forYouHandlers(
  db: PaperglossDatabase,
  now: () => number,
): Pick<Handlers, 'for-you/dismiss' | 'for-you/reset'> {
  return {
    async 'for-you/dismiss'({ id, dismissed }) {
      await setDismissed(db, id, dismissed, now());
      return undefined;
    },
    async 'for-you/reset'() {
      await resetForYou(db, now());
      return undefined;
    },
  };
}
