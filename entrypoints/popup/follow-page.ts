// What a tab names and what its page says: read once, and asked of the cache again whenever that or the reading list changes.
import browser from 'webextension-polyfill';
import type { OnPage } from '@/components/popup/OnPage';
import { reporting } from '@/lib/diagnosis/report';
import { readPageAbstract } from '@/lib/messages/page-abstract';
import { type PageTargets, readPageTargets } from '@/lib/messages/page-targets';
import type { Send } from '@/lib/messages/send';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';

/** What the cache knows of what the tab names. Asking also wakes a background that was killed in a sync, which then goes on. */
async function askPage(send: Send, { targets, ownPaper }: PageTargets): Promise<OnPage> {
  const asked = targets.map((target) => ({ target, form: 'badge' as const }));
  const answers = await send('look-up', { targets: asked, canDraw: true });
  const cards = [...new Map(answers.flat().map((card) => [card.id, card])).values()];
  const missing = ownPaper && !cards.some(({ id }) => id === ownPaper);
  return { cards, ...(missing && { uncached: { id: ownPaper } }) };
}

async function readWords(id: string | undefined): Promise<OnPage['words']> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const words = tab?.id === undefined ? undefined : await readPageAbstract(browser.scripting, tab.id);
  return words && { ...words, ...(id && { id }) };
}

/** The page of the current tab, until `signal` aborts. */
export async function followPage(
  send: Send,
  db: PaperglossDatabase,
  signal: AbortSignal,
  onPage: (onPage: OnPage) => void,
): Promise<void> {
  const named = await readPageTargets(browser.tabs);
  let words: OnPage['words'];
  let known: OnPage | undefined;
  const tell = () => known && !signal.aborted && onPage({ ...known, words });
  if (signal.aborted) return;
  const changes = () => Promise.all([db.feedDays.count(), db.readingEntries.count()]);
  async function ask() {
    known = await askPage(send, named);
    tell();
  }
  signal.addEventListener('abort', subscribe(changes, ask, reporting('popup')));
  // A page may be slow to answer; what it names does not wait for that, and comes first.
  words = await readWords(named.ownPaper);
  if (words) tell();
}
