// Saving what an address names: a paper, or the paper a repository belongs to. Asks arXiv only through what is handed in, and only when
// something was saved; knows neither menus nor keys.
import type { ReadingEntry } from '../papers/reading-entry';
import type { Target } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';

export interface SavingDeps {
  /** The entries of these papers, those that were on the list among them. Rejects with StoreError. */
  save(ids: readonly string[]): Promise<ReadingEntry[]>;
  /** The cached paper of a repository that is known best; undefined when none is cached. Rejects with StoreError. */
  bestPaperOf(slug: string): Promise<string | undefined>;
  /** Asks arXiv about the papers on the list of which only the id is known. Its failures are told elsewhere. */
  fetchDetails(): Promise<unknown>;
}

/** What came of it, to be put into words. */
export type SavingOutcome =
  | { kind: 'saved'; entry: ReadingEntry }
  /** The address names neither a paper nor a repository. */
  | { kind: 'nothing' }
  | { kind: 'no-paper-of'; slug: string }
  /** The page names so many papers that the reader has to choose. */
  | { kind: 'several'; papers: number }
  | { kind: 'failed'; error: unknown };

/**
 * Saves one paper. Of the papers of a repository it is the one known best, as on the badge beside the same link: one click saves one
 * paper, and a repository may serve dozens. Never rejects.
 */
export async function saveTarget(target: Target, deps: SavingDeps): Promise<SavingOutcome> {
  try {
    const id = target.kind === 'paper' ? target.id : await deps.bestPaperOf(target.slug);
    if (id === undefined)
      return { kind: 'no-paper-of', slug: target.kind === 'repository' ? target.slug : '' };
    const [entry] = await deps.save([id]);
    if (!entry) return { kind: 'nothing' };
    if (entry.title === '') void deps.fetchDetails();
    return { kind: 'saved', entry };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** `nothing` for an address that names neither paper nor repository, and for what is none. Never rejects. */
export async function saveAddress(address: string, deps: SavingDeps): Promise<SavingOutcome> {
  const target = targetOfAddress(address);
  return target ? saveTarget(target, deps) : { kind: 'nothing' };
}
