// Who may ask what, and for which site. Pure: judges the sender the browser reports, never what the message claims.
import { paperIdFromUrl } from '../papers/paper-id';
import { repoSlugFromUrl } from '../papers/repo-slug';
import { siteOfHost } from '../settings/settings';
import type { MessageType } from './protocol';

export type SenderRole = 'page' | 'content';

export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number; incognito?: boolean };
  frameId?: number;
}

/**
 * `page` for the extension's own pages, `content` for its content script in a tab's top frame.
 * Undefined for everything else: other extensions, web pages, frames, senders without an address.
 */
export function roleOfSender(sender: Sender, self: { id: string; origin: string }): SenderRole | undefined {
  if (sender.id !== self.id || !sender.url) return undefined;
  if (sender.url.startsWith(`${self.origin}/`)) return 'page';
  return sender.tab && sender.frameId === 0 && sender.url.startsWith('https://') ? 'content' : undefined;
}

/** Whether our script in a page of the web asks, rather than one of our own pages. */
export function isWebPage({ url }: Sender): boolean {
  return url?.startsWith('https://') ?? false;
}

/** The paper whose page asks, by its address. Undefined for other pages, and for our own. */
export function ownPaper(sender: Sender): string | undefined {
  return isWebPage(sender) && sender.url ? paperIdFromUrl(sender.url)?.id : undefined;
}

/** The repository one of whose pages asks, `owner/name` in the case of the address. Undefined for other pages, and for our own. */
export function ownRepository(sender: Sender): string | undefined {
  return isWebPage(sender) && sender.url ? repoSlugFromUrl(sender.url) : undefined;
}

/** The site of a page of the web that asks: the only one it may switch. Undefined for our own pages. */
export function webSite(sender: Sender): string | undefined {
  return isWebPage(sender) && sender.url ? siteOfHost(new URL(sender.url).hostname) : undefined;
}

/** What a content script needs; a page that took it over must not get more. */
const openToContent: ReadonlySet<MessageType> = new Set<MessageType>([
  'look-up',
  'look-up-online',
  'reading-list/save',
  'reading-list/set-status',
  'reading-list/remove',
  'citation',
  'site/switch',
  'diagnosis/adapter-broken',
  'page/open',
]);

export function mayAsk(role: SenderRole, type: MessageType): boolean {
  return role === 'page' || openToContent.has(type);
}
