// Where an address chosen in the address bar opens. Knows tabs, and no address.
import type { Tabs } from 'webextension-polyfill';
import type { Disposition } from './omnibox';

/** The part of the browser's `tabs` API this needs. */
export type OpeningTabs = Pick<Tabs.Static, 'create' | 'update'>;

/** In the current tab, in a new one, or in a new one behind it. */
export function openAddress(tabs: OpeningTabs, url: string, disposition: Disposition): Promise<unknown> {
  if (disposition === 'currentTab') return tabs.update({ url });
  return tabs.create({ url, active: disposition === 'newForegroundTab' });
}
