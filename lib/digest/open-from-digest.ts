// Where a click on the digest leads: to the popup, and where the browser does not open it without a click of its own, to the same list in
// a tab.
import type { Action, Tabs, Windows } from 'webextension-polyfill';

/** The parts of the browser's API this needs. Firefox for Android has no windows. */
export interface OpeningBrowser {
  action: Pick<Action.Static, 'openPopup'>;
  tabs: Pick<Tabs.Static, 'create'>;
  windows?: Pick<Windows.Static, 'create' | 'getLastFocused' | 'update'>;
}

/** `page`: the address of the list as a page of its own. Rejects where the browser opens nothing at all. */
export async function openFromDigest(
  { action, tabs, windows }: OpeningBrowser,
  page: string,
): Promise<unknown> {
  const front = await windows?.getLastFocused().catch(() => undefined);
  // Where the browser runs on without a window.
  if (windows && front?.id === undefined) return windows.create({ url: page });
  if (windows && front?.id !== undefined) await windows.update(front.id, { focused: true }).catch(() => {});
  try {
    return await action.openPopup();
  } catch {
    return tabs.create({ url: page });
  }
}
