// Says on the toolbar button what came of an act where no card of ours stands: a mark for two seconds, and a sentence for whoever points
// at it. Needs no permission. Each word belongs to one tab, so that the browser itself takes it back when the tab goes elsewhere, should
// the background be ended before it can.
import { drawButton, type ToolbarButton } from './toolbar-button';

/** How long the mark is shown, ms. */
const shownFor = 2_000;

export interface ToolbarNote {
  done: boolean;
  /** One sentence for the reader. */
  text: string;
}

/** Resolves when the mark is gone again; never rejects. Says nothing outside of tabs. */
export type ToolbarVoice = (tabId: number | undefined, note: ToolbarNote) => Promise<void>;

export interface VoiceDeps {
  button: ToolbarButton;
  /** Resolves after so many ms. */
  wait(ms: number): Promise<unknown>;
  /** What stands there otherwise: gives way, and comes back. */
  number: { hold(tabId: number): void; restore(tabId: number): Promise<void> };
}

export function createToolbarVoice({ button, wait, number }: VoiceDeps): ToolbarVoice {
  /** Counts what was said in each tab: what is older does not wipe out what is newer. */
  const turns = new Map<number, number>();

  return async (tabId, { done, text }) => {
    if (tabId === undefined || tabId < 0) return;
    const turn = (turns.get(tabId) ?? 0) + 1;
    turns.set(tabId, turn);
    number.hold(tabId);
    const face = done
      ? ({ text: '✓', colour: 'done', title: text } as const)
      : ({ text: '!', colour: 'failed', title: text } as const);
    // Where the tab was closed meanwhile, nobody is there to be told.
    const drawn = drawButton(button, face, tabId).then(
      () => true,
      () => false,
    );
    if (await drawn) await wait(shownFor);
    if (turns.get(tabId) !== turn) return;
    turns.delete(tabId);
    await number.restore(tabId);
  };
}
