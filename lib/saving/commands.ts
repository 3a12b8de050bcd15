// The keys of the whole browser: one saves the paper of the tab the reader is in. Where that is several, the popup lists them.
import type { Tabs as BrowserTabs, Commands } from 'webextension-polyfill';
import { readPageTargets, type Tabs } from '../messages/page-targets';
import { savePage } from './save-page';
import type { SavingDeps, SavingOutcome } from './save-target';

/** As the manifest names it. */
const saveCommand = 'save-paper';

export interface CommandDeps extends SavingDeps {
  tabs: Tabs;
  /** Shows the popup; absent, throwing or rejecting where the browser cannot, or wants a click for that. */
  openPopup?(): Promise<unknown>;
  /** Tells the reader in that tab. */
  say(tabId: number | undefined, outcome: SavingOutcome): unknown;
}

/** Registers its listener at once; does nothing where the browser has no such keys, as Firefox for Android. */
export function followCommands(
  commands: Pick<Commands.Static, 'onCommand'> | undefined,
  { tabs, openPopup, say, ...saving }: CommandDeps,
): void {
  async function savePaper(pressedIn: BrowserTabs.Tab | undefined): Promise<void> {
    // The tab the browser tells of is the surer one; older browsers tell of none.
    const [tab] = pressedIn?.url
      ? [pressedIn]
      : await tabs.query({ active: true, currentWindow: true }).catch(() => []);
    if (!tab) return;
    const page: Tabs = {
      query: async () => [tab],
      sendMessage: (id, question) => tabs.sendMessage(id, question),
    };
    const outcome = await savePage(tab.url ?? '', async () => (await readPageTargets(page)).targets, saving);
    if (outcome.kind === 'several' && openPopup && (await isDone(openPopup))) return;
    await say(tab.id, outcome);
  }

  commands?.onCommand.addListener((command, tab) => {
    if (command === saveCommand) return savePaper(tab);
    return undefined;
  });
}

async function isDone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
