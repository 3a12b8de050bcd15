// Draws a mention into its shadow root and redraws it when something changes; every act of the reader goes out through
// `actions`. What is unfolded is kept by the browser (`<details>`), not here.
import { render } from 'preact';
import type { CardData } from '../../lib/papers/card-data';
import type { Mention } from '../../lib/sites/types';
import { t } from '../../lib/text/translate';
import { PaperBadge } from '../card/PaperBadge';
import { PaperCard } from '../card/PaperCard';
import { SaveBadge } from '../card/SaveBadge';
import { createHoverCard } from './hover-card';
import { type ActsOnPapers, createReaderActs } from './reader-acts';
import { causedByReader, refuseForgedEvents } from './trusted-events';

export interface MentionActions extends ActsOnPapers {
  /** The reader closed the card: Papergloss goes off on this site. */
  closeSite(): void;
  openLibrary(): void;
  /** The full card with related papers, asked for when a badge is opened. */
  loadCard(id: string): Promise<CardData | undefined>;
}

export interface MentionOptions extends Pick<Mention, 'form' | 'look' | 'label'> {
  /** `wide` below an abstract, `narrow` in a sidebar (about 220 to 300 px). */
  layout: 'wide' | 'narrow';
  cards: CardData[];
  actions: MentionActions;
}

export interface RenderedMention {
  /** Shows these cards from now on; what the reader unfolded stays unfolded. */
  update(cards: CardData[]): void;
  /** Takes everything drawn and every listener away; later calls do nothing. */
  remove(): void;
}

/** So many papers of one repository are shown before the reader asks for the rest. */
const maxCards = 3;

const byUpvotes = (a: CardData, b: CardData) => (b.upvotes ?? -1) - (a.upvotes ?? -1);

/** Draws into a root that already carries the stylesheet; whatever else is in it stays. */
export function renderMention(
  root: ShadowRoot | HTMLElement,
  { form, look, label, layout, cards: firstCards, actions }: MentionOptions,
  trusted = causedByReader,
): RenderedMention {
  const area = root.ownerDocument.createElement(form === 'card' ? 'div' : 'span');
  refuseForgedEvents(area, trusted);
  // What is ours is no part of a row that opens something of the page's.
  area.addEventListener('click', (event) => event.stopPropagation());
  // Nor are the letters typed to choose a status keys of the page.
  area.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLSelectElement) event.stopPropagation();
  });
  root.append(area);

  const opens = form === 'badge' && look !== 'save';
  const hover = opens ? createHoverCard(area, trusted, onHoverChange) : undefined;
  let cards = [...firstCards].sort(byUpvotes);
  let loaded: CardData | undefined;
  let removed = false;

  const acts = createReaderActs(actions, {
    find: (id) => cards.find((card) => card.id === id),
    setStatus(id, status) {
      cards = cards.map((card) => (card.id === id ? { ...card, status } : card));
    },
    redraw: draw,
  });

  async function onHoverChange(): Promise<void> {
    if (hover?.isOpen()) acts.forgetDone();
    draw();
    const [best] = cards;
    if (!best || !hover?.isOpen()) return;
    loaded = (await actions.loadCard(best.id).catch(() => undefined)) ?? loaded;
    draw();
  }

  const propsOf = (card: CardData) => ({
    card,
    ...acts.propsOf(card),
    onOpenLibrary: actions.openLibrary,
    onCloseSite: actions.closeSite,
  });

  function badge(card: CardData) {
    if (!hover) return <SaveBadge {...propsOf(card)} label={label} />;
    const { related, upvoteHistory } = loaded?.id === card.id ? loaded : card;
    const props = { ...propsOf({ ...card, related, upvoteHistory }), label };
    return <PaperBadge {...props} open={hover.isOpen()} onOpen={() => hover.set(true)} />;
  }

  const cardOf = (card: CardData) => <PaperCard key={card.id} {...propsOf(card)} place={layout} />;

  function cardList() {
    const rest = cards.slice(maxCards);
    return (
      <>
        {cards.slice(0, maxCards).map(cardOf)}
        {rest[0] && (
          <details>
            <summary class="quiet">{t('cardsMore', rest.length)}</summary>
            {rest.map(cardOf)}
          </details>
        )}
      </>
    );
  }

  function draw(): void {
    if (removed) return;
    const [best] = cards;
    render(form === 'badge' ? best && badge(best) : cardList(), area);
  }

  draw();

  return {
    update(next) {
      cards = [...next].sort(byUpvotes);
      draw();
    },
    remove() {
      hover?.set(false);
      removed = true;
      render(null, area);
      area.remove();
    },
  };
}
