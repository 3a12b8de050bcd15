// How many papers the page of a tab names that we know. Asks our own script there and the store; changes nothing.
import { readPageTargets, type Tabs } from '../messages/page-targets';
import type { PaperglossDatabase } from '../store/database';
import { lookUp } from '../store/papers';

/** The part of the browser's `tabs` API this needs. */
export interface PageTabs extends Pick<Tabs, 'sendMessage'> {
  get(tabId: number): Promise<{ id?: number; url?: string }>;
}

/**
 * Cached papers and those on the reading list, each once; 0 for a page whose address we may not see. Rejects as any read of the store
 * does.
 */
export async function countOnPage(db: PaperglossDatabase, tabs: PageTabs, tabId: number): Promise<number> {
  const { targets } = await readPageTargets({
    query: async () => [await tabs.get(tabId)],
    sendMessage: (id, question) => tabs.sendMessage(id, question),
  });
  if (targets.length === 0) return 0;
  const named = targets.flatMap((target) => (target.kind === 'paper' ? [target.id] : []));
  const [cached, saved] = await Promise.all([lookUp(db, targets), db.readingEntries.bulkGet(named)]);
  const known = [...cached.flat(), ...saved].flatMap((paper) => (paper ? [paper.id] : []));
  return new Set(known).size;
}
