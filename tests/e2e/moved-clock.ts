// The build with a clock that tests move, for nobody can have a browser's clock go wrong: it goes on from there as clocks do. Tests
// nothing itself.
import type { Browser } from '../drivers/chromium.mjs';
import { buildWithScript } from './build-with-script';

/** Runs before everything else, in the background and in pages; those find in their storage what the clock was last set to. */
const clock = (time: number) => `(() => {
  const Real = Date;
  const stored = globalThis.localStorage?.getItem('clock-ahead');
  let ahead = stored ? Number(stored) : ${time} - Real.now();
  globalThis.Date = class Date extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + ahead);
      else super(...parts);
    }
    static now() {
      return Real.now() + ahead;
    }
  };
  globalThis.setClock = (wanted) => {
    ahead = wanted - Real.now();
    globalThis.localStorage?.setItem('clock-ahead', String(ahead));
  };
})();\n`;

/** Puts the build into `folder` with a clock that begins at `time` (ms since 1970). */
export const buildWithClock = (folder: string, time: number): void =>
  buildWithScript(folder, clock(time), ['popup', 'options']);

/**
 * Sets the clock of the background, of pages of the extension that are open, and of those that will be opened, to `time` (ms since 1970).
 * A worker that is started anew begins with the first time again.
 */
export async function setClock(
  { context, evaluateInBackground, pageUrl }: Browser,
  time: number,
): Promise<void> {
  const set = (wanted: number) => Reflect.get(globalThis, 'setClock')(wanted);
  await evaluateInBackground(set, time);
  const ours = context
    .pages()
    .filter((page) => page.url().startsWith(pageUrl('popup').replace('popup.html', '')));
  await Promise.all(ours.map((page) => page.evaluate(set, time)));
}
