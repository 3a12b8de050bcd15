// What the annotator needs from the rest of the extension, over messages. Draws nothing itself.
import type { Send } from '../messages/send';
import type { PageSettings } from '../settings/page-settings';
import type { AnnotatorPorts } from './annotator';
import { type Drawer, providedDrawer } from './card-script';
import { watchFirstPaint } from './first-paint';

export function createPorts(
  document: Document,
  site: string,
  settings: PageSettings,
  send: Send,
  signal: AbortSignal,
): AnnotatorPorts {
  const paint = watchFirstPaint(document);
  let drawer: Drawer | undefined;
  const canDraw = () => providedDrawer() !== undefined;

  function drawerNow(): Drawer | undefined {
    const { isPainted } = paint;
    drawer ??= providedDrawer()?.({ document, site, theme: settings.theme, send, isPainted, signal });
    return drawer;
  }

  return {
    // What draws comes with the first hit, so that a page without one never carries it.
    lookUp: (targets) => send('look-up', { targets, canDraw: canDraw() }),
    lookUpOnline: async (id) =>
      settings.lookUpUncached ? send('look-up-online', { id, canDraw: canDraw() }) : undefined,
    draw(mention, all, cards, onDrawn) {
      const ready = drawerNow();
      if (ready) ready.draw(mention, all, cards, onDrawn);
      else onDrawn(undefined);
    },
    // Where nothing is drawn no bar is either, and the list is not even read.
    followList: (list, find) => drawerNow()?.followList(list(), find),
    onArrival: paint.arrive,
  };
}
