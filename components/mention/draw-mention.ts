// Brings a mention, its shadow host and the components together: one host with everything that belongs to it.

import type { DrawMention } from '../../lib/page/card-script';
import { createShadowHost } from '../../lib/page/shadow-host';
import { t } from '../../lib/text/translate';
import badgeCss from '../card/badge.css?inline';
import css from '../card/card.css?inline';
import controlsCss from '../card/controls.css?inline';
import { failureOf, failureText } from '../page/failure-text';
import tokens from '../tokens.css?inline';
import { copyText } from './copy-text';
import { fitIntoLine } from './floating-room';
import { placeInRow } from './floating-row';
import { renderMention } from './render-mention';
import { renderNotice } from './render-notice';

/** The notice after closing goes by itself after this time, ms. */
const noticeTime = 12_000;

/** Gives a failure the words the card shows. */
async function inWords<T>(action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw new Error(failureText(failureOf(error)));
  }
}

export const drawMention: DrawMention = ({ document, mention, place, cards, theme, site, actions }) => {
  const { form, look, label } = mention;
  const { host, root } = createShadowHost(document, form, tokens + css + controlsCss + badgeCss);
  host.dataset.theme = theme;
  if (look) host.dataset.look = look;
  placeInRow(
    host,
    place.element,
    label,
    cards.some(({ watched }) => watched),
  );
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
    form,
    look,
    label,
    layout: mention.target.kind === 'paper' && place === mention.place ? 'wide' : 'narrow',
    cards,
    actions: {
      save: (id) => inWords(actions.save(id)),
      remove: (id) => inWords(actions.remove(id)),
      setStatus: (id, status) => inWords(actions.setStatus(id, status)),
      async copy(id, style) {
        const text = await inWords(actions.citation(id, style));
        if (!(await copyText(root, text))) throw new Error(t('copyRefused'));
      },
      closeSite,
      openLibrary: actions.openLibrary,
      loadCard: actions.loadCard,
    },
  });

  // Where it floats is known once it has been put into the page, which happens at once.
  queueMicrotask(() => {
    const badge = root.querySelector<HTMLElement>('.badge');
    if (host.dataset.floating && badge) fitIntoLine(host, badge);
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
