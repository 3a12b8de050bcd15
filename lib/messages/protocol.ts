// What the contexts of the extension say to each other: types only, so that content scripts pay nothing for it.

import type { CitationStyle } from '../formats/copied-citation';
import type { ImportedPaper } from '../formats/imported-paper';
import type { CardData, RelatedPaper } from '../papers/card-data';
import type { FeedListQuery } from '../papers/list-query';
import type { FeedDay } from '../papers/paper';
import type { EntryChange, ReadingEntry, ReadingStatus } from '../papers/reading-entry';
import type { SearchAnswer } from '../papers/search-answer';
import type { Target } from '../papers/target';
import type { Settings } from '../settings/settings';
import type { ListGain } from '../store/reading-list-keeper';

export type { CitationStyle };

/** The most targets one look-up may name; a larger scan sends several messages. */
export const maxLookUpTargets = 500;

/** A longer query is cut there, in characters: nobody types it, and a text that was pasted says enough by then. */
export const maxQueryLength = 1_000;

/** What is read of a page's own words, in characters; what lies beyond says nothing more about the paper. */
export const maxPageTitle = 1_000;
export const maxPageAbstract = 10_000;

/** What a page says about its paper. Read from the page: hostile until shown as text. */
export interface PageAbstract {
  title: string;
  abstract: string;
}

export interface LookUpTarget {
  target: Target;
  form: 'card' | 'badge';
}

/** The most entries or papers one message about the reading list may name. */
export const maxListEntries = 20_000;

/** What the reader changes in one step; sites and hosts have messages of their own. `sitesOff` comes whole, from a file. */
export type ChangeableSetting = Exclude<keyof Settings, 'version' | 'optionalOrigins'>;

/** Pages of ours that open in a tab. */
export type OwnPage = 'library' | 'options' | 'welcome';

/** The most papers one message about a list may name. */
export const maxShownPapers = 1_000;

/** Message type → what is asked and what is answered. */
export interface Protocol {
  /**
   * Answers one list of cards per target, in the order asked; [] is the normal miss. Where there is a hit and the page
   * cannot draw yet, the script that draws is loaded into it first.
   */
  'look-up': { request: { targets: LookUpTarget[]; canDraw: boolean }; response: CardData[][] };
  /** Asks the feed about one paper: on the reader's click, or when the settings allow it. Undefined = the feed does not have it. */
  'look-up-online': { request: { id: string; canDraw: boolean }; response: CardData | undefined };
  /** Everything cached that matches, best first, at most `limit` papers. Asks nobody. An empty query finds nothing. */
  search: { request: { query: string; limit: number }; response: SearchAnswer };
  /** Asks the feed's own search: on the reader's click only. What comes back is kept in the cache, so that it can be saved. */
  'search-online': { request: { query: string }; response: CardData[] };
  /** The nearest cached papers to what a page says, which may be about a paper nobody has cached. Asks nobody. */
  'related/to-page': { request: { id?: string } & PageAbstract; response: RelatedPaper[] };
  /**
   * Saves papers; what is on the list stays as it is. A paper that is not cached is saved from our own pages only: arXiv is then asked for
   * its title.
   */
  'reading-list/save': { request: { ids: string[] }; response: ReadingEntry[] };
  /** What a card may change. */
  'reading-list/set-status': { request: { id: string; status: ReadingStatus }; response: ReadingEntry };
  'reading-list/change': {
    request: { changes: { id: string; change: EntryChange }[] };
    response: ReadingEntry[];
  };
  /** Answers what was removed. */
  'reading-list/remove': { request: { ids: string[] }; response: ReadingEntry[] };
  /** Puts back what was just removed. */
  'reading-list/restore': { request: { entries: ReadingEntry[] }; response: ReadingEntry[] };
  /** Merges entries of our own files, field by field. */
  'reading-list/merge': { request: { entries: ReadingEntry[] }; response: ListGain };
  /** Adds papers of other programs' files; what the reader decided here stays. Asks arXiv for titles nobody told. */
  'reading-list/import': { request: { papers: ImportedPaper[] }; response: ListGain };
  /** Asks arXiv once more for the titles that are missing: on the reader's click only. */
  'reading-list/fetch-details': { request: Record<string, never>; response: undefined };
  /** One paper as text for the clipboard. Asks nobody. */
  citation: { request: { id: string; style: CitationStyle }; response: string };
  /** Exchanges the reading list with the browser's account now, where that is switched on. What fails is told in the store. */
  'list-sync/now': { request: Record<string, never>; response: undefined };
  /** Takes the reading list out of the account; the one here stays. */
  'list-sync/erase': { request: Record<string, never>; response: undefined };
  /** Runs the sync plan; with a day, fetches that day first. Progress is read from the store. */
  'feed/refresh': { request: { day?: FeedDay }; response: { fetched: FeedDay[] } };
  /** Fetches a week, a month or the trending papers, where what is kept of it has grown old; answers whether it did. */
  'feed/list': { request: { list: FeedListQuery }; response: { fetched: boolean } };
  /** The reader has had these before the eye, in a list, on the visit that began at `since` (ms since 1970). */
  'papers/shown': {
    request: { papers: { id: string; upvotes?: number }[]; since: number };
    response: undefined;
  };
  /** The reader has opened these in a list of ours. */
  'papers/opened': { request: { ids: string[] }; response: undefined };
  /** The reader does not want it among the papers for them, or takes that back. */
  'for-you/dismiss': { request: { id: string; dismissed: boolean }; response: undefined };
  /** From now on what was saved, opened and dismissed before counts no more. */
  'for-you/reset': { request: Record<string, never>; response: undefined };
  /** Small pictures a page of ours has loaded, for the log of requests. */
  'requests/images': { request: { urls: string[] }; response: undefined };
  'feed/clear-cache': { request: Record<string, never>; response: { papers: number } };
  'settings/change': {
    request: Partial<Pick<Settings, ChangeableSetting>>;
    response: Settings;
  };
  'site/switch': { request: { site: string; on: boolean }; response: Settings };
  /** An adapter is broken on a page; which page is nobody's to know. `fault`: an error's name, or `Missing`. */
  'diagnosis/adapter-broken': { request: { adapter: string; fault: string }; response: undefined };
  /** Opens one of the extension's own pages in a tab. */
  'page/open': { request: { page: OwnPage }; response: undefined };
}

export type MessageType = keyof Protocol;
export type Request<T extends MessageType> = Protocol[T]['request'];
export type Response<T extends MessageType> = Protocol[T]['response'];

/** Why a message was refused or could not be done; the page that asked puts it into words. */
export type FailureCode =
  | 'bad-request'
  | 'not-allowed'
  | 'not-cached'
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'feed-failed'
  | 'disk-full'
  | 'bad-file'
  | 'not-upgraded'
  | 'unavailable'
  | 'internal';

export type Reply<T extends MessageType> =
  | { ok: true; value: Response<T> }
  | { ok: false; code: FailureCode; detail: string };

/** What the popup asks the content script of a tab; answered with `Target[]`, in page order. */
export interface PageQuestion {
  type: 'page/targets';
}
