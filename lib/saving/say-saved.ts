// Says on the toolbar button what came of saving where no card of ours stands: a mark for two seconds, and a sentence for whoever points
// at it. Needs no permission. Each word belongs to one tab, so that the browser itself takes it back when the tab goes elsewhere, should
// the background be ended before it can.
import type { Action } from 'webextension-polyfill';
import { t } from '../text/translate';
import type { SavingOutcome } from './save-target';

/** The part of the browser's API this needs. Firefox for Android has no badge. */
export interface ToolbarButton {
  setTitle: Action.Static['setTitle'];
  setBadgeText?: Action.Static['setBadgeText'];
  setBadgeBackgroundColor?: Action.Static['setBadgeBackgroundColor'];
}

/** How long the mark is shown, ms. */
const shownFor = 2_000;

const colours = { done: '#1a7f37', failed: '#b31b1b' };

function failureText(error: unknown): string {
  const isFull = error instanceof Error && 'code' in error && error.code === 'disk-full';
  return t('popupSaveFailed', isFull ? t('failureDiskFull') : String((error as Error)?.message ?? error));
}

/** One sentence for the reader. */
export function outcomeText(outcome: SavingOutcome): string {
  switch (outcome.kind) {
    case 'saved':
      return t('toolbarSaved', outcome.entry.title || `arXiv:${outcome.entry.id}`);
    case 'nothing':
      return t('toolbarNothing');
    case 'no-paper-of':
      return t('toolbarNoPaperOf', outcome.slug);
    case 'several':
      return t('toolbarSeveral', outcome.papers);
    case 'failed':
      return failureText(outcome.error);
  }
}

/** `wait` resolves after so many ms. The returned function resolves when the mark is gone again; it never rejects. */
export function createToolbarVoice(button: ToolbarButton, wait: (ms: number) => Promise<unknown>) {
  /** Counts what was said in each tab: what is older does not wipe out what is newer. */
  const turns = new Map<number, number>();

  async function show(tabId: number, text: string, title: string, color?: string): Promise<void> {
    await Promise.all([
      button.setTitle({ tabId, title }),
      color && button.setBadgeBackgroundColor?.({ tabId, color }),
      button.setBadgeText?.({ tabId, text }),
    ]);
  }

  return async (tabId: number | undefined, outcome: SavingOutcome): Promise<void> => {
    if (tabId === undefined || tabId < 0) return;
    const turn = (turns.get(tabId) ?? 0) + 1;
    turns.set(tabId, turn);
    const [mark, color] = outcome.kind === 'saved' ? ['✓', colours.done] : ['!', colours.failed];
    try {
      await show(tabId, mark, outcomeText(outcome), color);
      await wait(shownFor);
      if (turns.get(tabId) !== turn) return;
      turns.delete(tabId);
      await show(tabId, '', t('extensionName'));
    } catch {
      // The tab was closed meanwhile: nobody is there to be told.
      turns.delete(tabId);
    }
  };
}
