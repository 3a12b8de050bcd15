// What the annotator needs from the rest of the extension, over messages. Draws nothing itself.
import type { Send } from '../messages/send';
import type { Settings } from '../settings/settings';
import type { AnnotatorPorts } from './annotator';
import { type CardActions, providedDrawMention } from './card-script';
import { hostTheme } from './host-theme';

export function createPorts(
  document: Document,
  site: string,
  settings: Settings,
  send: Send,
): AnnotatorPorts {
  const canDraw = () => providedDrawMention() !== undefined;

  /** Read once for all that is drawn in one go: read after each insertion, the browser would lay out each time. */
  let pageTheme: 'light' | 'dark' | undefined;
  function themeNow(): 'light' | 'dark' {
    if (settings.theme !== 'auto') return settings.theme;
    if (!pageTheme) {
      queueMicrotask(() => {
        pageTheme = undefined;
      });
    }
    pageTheme ??= hostTheme(document);
    return pageTheme;
  }

  const actions: CardActions = {
    save: async (id) => void (await send('reading-list/save', { id })),
    remove: async (id) => void (await send('reading-list/remove', { id })),
    switchSite: (on) => void send('site/switch', { site, on }),
    openLibrary: () => void send('page/open', { page: 'library' }),
    async loadCard(id) {
      const target = { target: { kind: 'paper', id }, form: 'card' } as const;
      const [cards] = await send('look-up', { targets: [target], canDraw: true });
      return cards?.[0];
    },
  };

  return {
    // What draws comes with the first hit, so that a page without one never carries it.
    lookUp: (targets) => send('look-up', { targets, canDraw: canDraw() }),
    lookUpOnline: async (id) =>
      settings.lookUpUncached ? send('look-up-online', { id, canDraw: canDraw() }) : undefined,
    draw(mention, place, cards) {
      return providedDrawMention()?.({ document, mention, place, cards, theme: themeNow(), site, actions });
    },
  };
}
