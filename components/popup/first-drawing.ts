// What the script that draws the picture of the popup hands on to the popup itself: the two are loaded apart from each other.
import type { Theme } from '../../lib/settings/settings';

export interface FirstDrawing {
  /** The theme the picture was taken in. */
  theme: Theme;
  /** Calls what draws the living popup, and then does what the reader had done to the picture. */
  liveOn(bringToLife: () => void): void;
}

const name = 'papergloss:first-drawing';

type Holder = { [name]?: FirstDrawing };

export function handOnFirstDrawing(drawing: FirstDrawing): void {
  (globalThis as Holder)[name] = drawing;
}

/** Undefined where no picture was drawn. */
export const takeFirstDrawing = (): FirstDrawing | undefined => (globalThis as Holder)[name];
