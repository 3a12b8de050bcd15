// The one script popup and side panel begin with: draws the picture of the last list, and has the living popup loaded once that is on
// the screen. It waits for nothing, neither for style sheets nor for modules.
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyTheme } from '@/components/apply-theme';
import { afterFrame } from '@/components/page/after-frame';
import { drawPicture } from '@/components/popup/draw-picture';
import { keepEarlyActs } from '@/components/popup/early-acts';
import { handOnFirstDrawing } from '@/components/popup/first-drawing';
import { madeBy, readListSnapshot } from '@/lib/store/list-snapshot';
import { textLocale } from '@/lib/text/translate';

function loadApp(): void {
  const script = document.createElement('script');
  script.src = '/popup-app.js';
  document.head.append(script);
}

/** Whether there was a picture, and is now. */
function draw(): boolean {
  const { language, direction } = textLocale();
  const snapshot = readListSnapshot(localStorage, madeBy(browser.runtime.getManifest().version, language));
  if (!snapshot) return false;
  applyTheme(snapshot.theme)();
  Object.assign(document.documentElement, { lang: language, dir: direction });
  if (!drawPicture(document.getElementById('root') ?? document.body, snapshot.html)) return false;
  handOnFirstDrawing({ theme: snapshot.theme, liveOn: keepEarlyActs() });
  return true;
}

function start(): void {
  if (draw()) afterFrame(loadApp);
  else loadApp();
}

export default defineUnlistedScript(() => {
  if (document.getElementById('root')) start();
  else document.addEventListener('readystatechange', start, { once: true });
});
