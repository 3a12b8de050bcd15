// Saving the paper of the tab the reader is in: the one its address names, or the one paper its text names. Chooses nothing where there
// is a choice.
import type { Target } from '../papers/target';
import { type SavingDeps, type SavingOutcome, saveAddress, saveTarget } from './save-target';

/** `named`: what the page says, asked only where its address does not settle it. Never rejects, as long as `named` does not. */
export async function savePage(
  address: string,
  named: () => Promise<readonly Target[]>,
  deps: SavingDeps,
): Promise<SavingOutcome> {
  const byAddress = await saveAddress(address, deps);
  if (byAddress.kind !== 'nothing' && byAddress.kind !== 'no-paper-of') return byAddress;
  const papers = new Map((await named()).map((target) => [target.kind === 'paper' ? target.id : '', target]));
  papers.delete('');
  const [paper] = papers.values();
  if (!paper) return byAddress;
  return papers.size === 1 ? saveTarget(paper, deps) : { kind: 'several', papers: papers.size };
}
