// What the reader's current tab names: asked of our content script there, or read from the address where none runs.
import { type Target, targetKey } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';
import { maxLookUpTargets, type PageQuestion } from './protocol';

/** The part of the browser's `tabs` API this needs. */
export interface Tabs {
  query(info: { active: true; currentWindow: true }): Promise<{ id?: number; url?: string }[]>;
  sendMessage(tabId: number, message: PageQuestion): Promise<unknown>;
}

export interface PageTargets {
  /** The address's own paper or repository first, then what else the page names. */
  targets: Target[];
  /** The paper the address itself names: the only one a look-up at the feed may be offered for. */
  ownPaper?: string;
}

/** Nothing for a tab whose address we may not see, and for pages that name no paper. Never rejects. */
export async function readPageTargets(tabs: Tabs): Promise<PageTargets> {
  const [tab] = await tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (tab?.id === undefined || !tab.url) return { targets: [] };
  const own = targetOfAddress(tab.url);
  const answer = await tabs.sendMessage(tab.id, { type: 'page/targets' }).catch(() => undefined);
  const named: Target[] = Array.isArray(answer) ? answer : [];
  const all = own ? [own, ...named] : named;
  const targets = [...new Map(all.map((target) => [targetKey(target), target])).values()];
  return {
    targets: targets.slice(0, maxLookUpTargets),
    ...(own?.kind === 'paper' && { ownPaper: own.id }),
  };
}
