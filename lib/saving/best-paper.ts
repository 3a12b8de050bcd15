// Which cached paper stands for a repository. Reads the store, changes nothing.
import type { PaperglossDatabase } from '../store/database';
import { lookUp } from '../store/papers';

/** The id of the one with the most upvotes; undefined when none is cached. Rejects with StoreError. */
export async function bestPaperOf(db: PaperglossDatabase, slug: string): Promise<string | undefined> {
  const [papers] = await lookUp(db, [{ kind: 'repository', slug }]);
  return papers?.[0]?.id;
}
