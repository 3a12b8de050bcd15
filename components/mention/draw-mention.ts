// Brings a mention, its shadow host and the components together: one host with everything that belongs to it.

import type { DrawMention } from '../../lib/page/card-script';
import { createShadowHost } from '../../lib/page/shadow-host';
import { t } from '../../lib/text/translate';
import css from '../card/card.css?inline';
import { failureOf, failureText } from '../page/failure-text';
import tokens from '../tokens.css?inline';
import { renderMention } from './render-mention';
import { renderNotice } from './render-notice';

/** The notice after closing goes by itself after this time, ms. */
const noticeTime = 12_000;

/** Gives a failure the words the card shows. */
async function inWords(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    throw new Error(failureText(failureOf(error)));
  }
}

export const drawMention: DrawMention = ({ document, mention, place, cards, theme, site, actions }) => {
  const { host, root } = createShadowHost(document, mention.form, tokens + css);
  host.dataset.theme = theme;
  let closed = false;

  function closeSite(): void {
    closed = true;
    drawn.remove();
    const action = { label: t('pageUndo'), run: () => actions.switchSite(true) };
    renderNotice(root, { text: t('siteSwitchedOff', site), action });
    setTimeout(() => host.remove(), noticeTime);
    actions.switchSite(false);
  }

  const drawn = renderMention(root, {
    form: mention.form,
    layout: mention.target.kind === 'paper' && place === mention.place ? 'wide' : 'narrow',
    cards,
    actions: {
      save: (id) => inWords(actions.save(id)),
      remove: (id) => inWords(actions.remove(id)),
      closeSite,
      openLibrary: actions.openLibrary,
      loadCard: actions.loadCard,
    },
  });

  return {
    host,
    update: drawn.update,
    remove() {
      drawn.remove();
      if (!closed) host.remove();
    },
  };
};
