// What the annotator needs from the rest of the extension, over messages. Draws nothing itself.
import type { Send } from '../messages/send';
import type { PageSettings } from '../settings/page-settings';
import type { AnnotatorPorts } from './annotator';
import { type Drawer, providedDrawer } from './card-script';
import { watchFirstPaint } from './first-paint';

/** `life` ends with the extension, at the latest when it is asked: after that nothing is drawn, since no text could be read. */
export function createPorts(
  document: Document,
  site: string,
  settings: PageSettings,
  send: Send,
  life: { readonly isValid: boolean },
  signal: AbortSignal,
): AnnotatorPorts {
  const paint = watchFirstPaint(document);
  const broken: Record<string, unknown> = {};
  let drawer: Drawer | undefined;
  const canDraw = () => providedDrawer() !== undefined;

  function drawerNow(): Drawer | undefined {
    if (!life.isValid) return undefined;
    const { isPainted } = paint;
    drawer ??= providedDrawer()?.({ document, site, theme: settings.theme, send, isPainted, signal });
    return drawer;
  }

  return {
    // What draws comes with the first hit, so that a page without one never carries it.
    lookUp(targets) {
      const ask = () => send('look-up', { targets, canDraw: canDraw() });
      // A background that dies while it answers leaves the page with nothing, and a page at rest would never ask again.
      return ask().catch(ask);
    },
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
    onBroken(adapter, fault) {
      // Once is enough: what cannot be read now cannot be read at the next look either.
      broken[adapter] ??= send('diagnosis/adapter-broken', { adapter, fault }).catch(() => {});
    },
  };
}
