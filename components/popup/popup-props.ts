// What the popup is drawn from, and what it asks to be done. Types only.
import type { PageAbstract } from '../../lib/messages/protocol';
import type { CardData, RelatedPaper } from '../../lib/papers/card-data';
import type { DailyList } from '../../lib/store/daily-list';
import type { ReadMonth } from '../calendar/use-cached-days';
import type { SavingActions } from '../page/use-saved-marks';
import type { SearchActions } from '../search/use-search';
import type { CopyActions } from './copy-list';
import type { OnPage } from './OnPage';
import type { SiteOfferProps } from './SiteOffer';
import type { ForYouActions } from './use-for-you';
import type { UnseenActions } from './use-only-unseen';
import type { OpeningActions } from './use-row-openings';
import type { FeedActions } from './use-shown-list';

export interface PopupActions
  extends FeedActions,
    SavingActions,
    SearchActions,
    OpeningActions,
    UnseenActions,
    ForYouActions,
    CopyActions {
  /** Opens an `https:` address in a new tab. */
  open(url: string): void;
  openPage(page: 'library' | 'options'): void;
  /** Also papers that nobody has cached: arXiv is asked for their titles. Rejects with a `MessageFailure`. */
  saveAll(ids: string[]): Promise<unknown>;
  /** Called on the reader's click only. Undefined = the feed does not have it. Rejects with a `MessageFailure`. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
  /** The nearest cached papers to what a page says. Asks nobody. Rejects with a `MessageFailure`. */
  relatedToPage(words: PageAbstract & { id?: string }): Promise<RelatedPaper[]>;
  /** What is cached of a month. */
  readMonth: ReadMonth;
  /** A small picture was loaded from the feed's image host. */
  imageLoaded(url: string): void;
}

export interface PopupProps {
  /** Undefined while the store is still being read: the frame is drawn, nothing else. */
  list: DailyList | undefined;
  onPage: OnPage;
  /** Where the current tab's site could be allowed. */
  offer?: SiteOfferProps;
  settings: { onlyUnseen: boolean; thumbnails: boolean };
  /** ms since 1970 */
  now: number;
  online: boolean;
  actions: PopupActions;
}
