// What a card has done by the rest of the extension, as messages. Comes with the drawing script; a page without a hit never carries it.
import type { Send } from '../messages/send';
import type { CardActions } from './card-script';

/** All but switching and opening reject with a `MessageFailure`. `site` as the settings name it. */
export function createCardActions(send: Send, site: string): CardActions {
  return {
    save: async (id) => void (await send('reading-list/save', { ids: [id] })),
    remove: async (id) => void (await send('reading-list/remove', { ids: [id] })),
    setStatus: async (id, status) => void (await send('reading-list/set-status', { id, status })),
    citation: (id, style) => send('citation', { id, style }),
    switchSite: (on) => void send('site/switch', { site, on }),
    openLibrary: () => void send('page/open', { page: 'library' }),
    async loadCard(id) {
      const target = { target: { kind: 'paper', id }, form: 'card' } as const;
      const [cards] = await send('look-up', { targets: [target], canDraw: true });
      return cards?.[0];
    },
  };
}
