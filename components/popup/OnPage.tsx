// What the current tab names, first in the popup. A paper nobody cached can be saved as it is, and asked for online: only when the
// reader presses the button.
import { useState } from 'preact/hooks';
import type { PageAbstract } from '../../lib/messages/protocol';
import type { CardData, RelatedPaper } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { type Failure, failureOf, failureText } from '../page/failure-text';
import { openingProps, type RowOpening } from '../page/row-opening';
import type { Asked } from '../page/use-asked';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';
import { RelatedToPage } from './RelatedToPage';

/** What the current tab names. `cards` are read again whenever the reading list or the cache changes. */
export interface OnPage {
  cards: CardData[];
  /** The page's own paper when the cache does not have it. */
  uncached?: { id: string };
  /** What the page says of its own paper, where it is about one. It stays on this machine. */
  words?: PageAbstract & { id?: string };
}

export interface OnPageProps extends Pick<PaperRowProps, 'onToggleSaved' | 'onOpen'> {
  onPage: OnPage;
  isSaved(id: string): boolean;
  opening: RowOpening;
  /** The papers near the page's own, once the reader has asked. */
  related: Asked<RelatedPaper[]> & { press(): void };
  /** Out of sight while search results are shown; what was asked here is kept. */
  hidden: boolean;
  /** Undefined = the feed does not have it. Rejects with a `MessageFailure`. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
}

type LookUpState = 'idle' | 'asking' | 'not-listed' | Failure;

function stateText(id: string, state: LookUpState): string {
  if (state === 'idle') return t('popupNotCached', id);
  if (state === 'asking') return t('popupLookingUp');
  if (state === 'not-listed') return t('popupNotListed', id);
  return t('popupLookUpFailed', id, failureText(state));
}

interface UncachedProps extends Pick<PaperRowProps, 'saved' | 'onToggleSaved'> {
  id: string;
  lookUpOnline: OnPageProps['lookUpOnline'];
  onFound(card: CardData): void;
}

function Uncached({ id, saved, onToggleSaved, lookUpOnline, onFound }: UncachedProps) {
  const [state, setState] = useState<LookUpState>('idle');
  async function lookUp() {
    setState('asking');
    try {
      const card = await lookUpOnline(id);
      if (card) onFound(card);
      else setState('not-listed');
    } catch (error) {
      setState(failureOf(error));
    }
  }
  return (
    <div class="uncached">
      <p role="status">{stateText(id, state)}</p>
      <button
        type="button"
        class="button"
        aria-label={t('popupSave', id)}
        aria-pressed={saved}
        onClick={() => onToggleSaved(id)}
      >
        {t(saved ? 'saved' : 'save')}
      </button>
      {state !== 'not-listed' && (
        <button type="button" class="button" aria-disabled={state === 'asking'} onClick={lookUp}>
          {t('popupLookUp')}
        </button>
      )}
    </div>
  );
}

/** A page may name hundreds; the daily list stays within reach. */
const shownAtFirst = 3;

export function OnPageSection(props: OnPageProps) {
  const { onPage, isSaved, opening, related, hidden, lookUpOnline, ...rowProps } = props;
  const [found, setFound] = useState<CardData>();
  const [all, setAll] = useState(false);
  const { cards, uncached } = onPage;
  const late = found && found.id === uncached?.id && !cards.some(({ id }) => id === found.id) ? [found] : [];
  const shown = [...late, ...cards];
  return (
    <section class="on-page" aria-labelledby="on-page-title" hidden={hidden} data-passing>
      <h2 id="on-page-title" class="list-title">
        {t('popupOnPage')}
      </h2>
      {shown.length > 0 && (
        <ol>
          {shown.slice(0, all ? undefined : shownAtFirst).map((card) => (
            <PaperRow
              key={card.id}
              paper={card}
              saved={isSaved(card.id)}
              outOfList
              {...openingProps(opening, card.id)}
              {...rowProps}
            />
          ))}
        </ol>
      )}
      {!all && shown.length > shownAtFirst && (
        <button type="button" class="button more" onClick={() => setAll(true)}>
          {t('cardsMore', shown.length - shownAtFirst)}
        </button>
      )}
      {uncached && !shown.some(({ id }) => id === uncached.id) && (
        <Uncached
          key={uncached.id}
          id={uncached.id}
          saved={isSaved(uncached.id)}
          onToggleSaved={rowProps.onToggleSaved}
          lookUpOnline={lookUpOnline}
          onFound={setFound}
        />
      )}
      {onPage.words && <RelatedToPage {...{ related, isSaved, opening, ...rowProps }} />}
    </section>
  );
}
