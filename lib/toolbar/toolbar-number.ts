// The number on the toolbar button: unseen papers of the newest day in all tabs, or papers of its own page in each, or none. Counts
// nothing itself. Gives way to what is said on the button.
import type { FeedDay } from '../papers/paper';
import type { ToolbarBadge } from '../settings/settings';
import { formatDay } from '../text/format';
import { t } from '../text/translate';
import { type ButtonFace, badgeText, drawButton, type ToolbarButton } from './toolbar-button';

/** How long a page is left to say more before it is counted, ms. */
const settling = 500;

export interface ToolbarNumberDeps {
  button: ToolbarButton;
  /** Tells now and after every change, until the returned function is called; undefined where no day is cached. */
  followUnseen(onChange: (unseen: { day: FeedDay; papers: number } | undefined) => void): () => void;
  /** How many papers that are known the tab's page names. */
  countOnPage(tabId: number): Promise<number>;
  /** The tabs there are. */
  tabIds(): Promise<number[]>;
  /** Whether to tell `onPage` of tabs that go elsewhere: the browser wakes the background for each, and nobody else needs that. */
  watchTabs(on: boolean): void;
  wait(ms: number): Promise<unknown>;
}

export interface ToolbarNumber {
  /** The reader's choice; called with the first one as soon as it is known, and again after any change of it. */
  use(chosen: ToolbarBadge): Promise<void>;
  /** Something happened on the tab's page. Resolves when it is counted; never rejects. */
  onPage(tabId: number): Promise<void>;
  /** Draws nothing in the tab until it is restored. */
  hold(tabId: number): void;
  /** Puts back what belongs into the tab. Never rejects. */
  restore(tabId: number): Promise<void>;
}

const nothing = (): ButtonFace => ({ text: '', colour: 'quiet', title: t('extensionName') });

export function createToolbarNumber(deps: ToolbarNumberDeps): ToolbarNumber {
  const { button, countOnPage, wait } = deps;
  let chosen: ToolbarBadge | undefined;
  let endFollowing = () => {};
  let everywhere = nothing();
  const held = new Set<number>();
  const settlingTabs = new Set<number>();

  /** A tab that is gone, or a store that cannot be read, leaves no number behind and no error. */
  const quietly = (work: Promise<void>) => work.catch(() => {});

  function drawEverywhere(face: ButtonFace): Promise<void> {
    everywhere = face;
    return quietly(drawButton(button, face));
  }

  async function drawIn(tabId: number): Promise<void> {
    let face = { ...everywhere, text: '' };
    if (chosen === 'page') {
      const papers = await countOnPage(tabId);
      if (papers > 0) face = { ...face, text: badgeText(papers), title: t('toolbarOnPage', papers) };
    }
    if (!held.has(tabId)) await drawButton(button, face, tabId);
  }

  async function drawInTabs(): Promise<void> {
    for (const tabId of await deps.tabIds().catch(() => [])) await quietly(drawIn(tabId));
  }

  return {
    async use(choice) {
      if (choice === chosen) return;
      const before = chosen;
      chosen = choice;
      endFollowing();
      endFollowing = () => {};
      deps.watchTabs(choice === 'page');
      if (choice === 'newest-day') {
        endFollowing = deps.followUnseen((unseen) => {
          const papers = unseen?.papers ?? 0;
          const title = unseen && papers > 0 ? t('toolbarUnseen', formatDay(unseen.day), papers) : undefined;
          const face = nothing();
          void drawEverywhere({ ...face, text: badgeText(papers), title: title ?? face.title });
        });
      } else {
        await drawEverywhere(nothing());
      }
      // What tabs show outlives the background: at its start there is nothing to be put right.
      if (before === 'page' || (before && choice === 'page')) await drawInTabs();
    },

    async onPage(tabId) {
      // Whether it is wanted may not be known yet.
      if ((chosen && chosen !== 'page') || settlingTabs.has(tabId)) return;
      settlingTabs.add(tabId);
      await wait(settling);
      settlingTabs.delete(tabId);
      if (chosen === 'page') await quietly(drawIn(tabId));
    },

    hold: (tabId) => void held.add(tabId),

    restore(tabId) {
      held.delete(tabId);
      return quietly(drawIn(tabId));
    },
  };
}
