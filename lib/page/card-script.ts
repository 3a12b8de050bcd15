// Where the script that draws meets the one that finds mentions. It is loaded into a page only when there is something to draw;
// both run in the same isolated world, which the page's own scripts cannot see. Types, and one meeting point.
import type { CitationStyle } from '../messages/protocol';
import type { Send } from '../messages/send';
import type { CardData } from '../papers/card-data';
import type { ReadingStatus } from '../papers/reading-entry';
import type { Theme } from '../settings/settings';
import type { Mention, PaperList, PaperListEntry, Place } from '../sites/types';
import type { LookUpCache } from './look-up-cache';

/** What the reader can do on a card. */
export interface CardActions {
  /** Rejects with a `MessageFailure`, as the next three do. */
  save(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Brings a removed paper back, with all that the list kept of it. */
  setStatus(id: string, status: ReadingStatus): Promise<void>;
  /** One paper as text for the clipboard. */
  citation(id: string, style: CitationStyle): Promise<string>;
  switchSite(on: boolean): void;
  openLibrary(): void;
  /** The full card with related papers; undefined when the cache lost it meanwhile. */
  loadCard(id: string): Promise<CardData | undefined>;
}

export interface DrawnMention {
  host: HTMLElement;
  update(cards: CardData[]): void;
  /** Takes the host out of the page. */
  remove(): void;
}

/** An entry of a list with what is known of it; no cards: nobody picked it up. */
export interface KnownEntry extends PaperListEntry {
  cards: CardData[];
}

export interface DrawnList {
  host: HTMLElement;
  /** The page has added or removed entries; how the reader arranged the list stays. */
  update(entries: KnownEntry[]): void;
  /** Takes the host out of the page and gives the list back as it was. */
  remove(): void;
}

export interface DrawOptions {
  document: Document;
  mention: Mention;
  place: Place;
  cards: CardData[];
  theme: 'light' | 'dark';
  /** The site as the settings name it, for the notice after closing. */
  site: string;
  actions: CardActions;
}

/** Draws into a new host, not yet in the page. */
export type DrawMention = (options: DrawOptions) => DrawnMention;

export interface DrawListOptions {
  document: Document;
  entries: KnownEntry[];
  theme: 'light' | 'dark';
}

/** Draws the bar above a list into a new host, not yet in the page. */
export type DrawList = (options: DrawListOptions) => DrawnList;

export interface DrawerOptions {
  document: Document;
  site: string;
  theme: Theme;
  actions: CardActions;
  /** Whether the reader may have seen the page. */
  isPainted(): boolean;
  /** Everything the drawer watches ends with it. */
  signal: AbortSignal;
}

/** Draws for one page, and knows where on it things may go. */
export interface Drawer {
  /**
   * Puts a hit into the page where it moves nothing, now or when its line is out of sight, and tells `onDrawn`; undefined where it
   * may not be put, and for what `all` mentions of the page say already.
   */
  draw(
    mention: Mention,
    all: readonly Mention[],
    cards: CardData[],
    onDrawn: (drawn: DrawnMention | undefined) => void,
  ): void;
  /** Keeps the bar above the list the page is, as it is now; undefined when it is none. Idempotent. */
  followList(list: PaperList | undefined, find: LookUpCache['find']): void;
}

export type CreateDrawer = (options: DrawerOptions) => Drawer;

/** The finding side hands over how messages are sent; what is said with it is the drawing side's, so that only pages with a hit carry it. */
export type ProvideDrawer = (options: Omit<DrawerOptions, 'actions'> & { send: Send }) => Drawer;

const key = Symbol.for('papergloss.drawer');

/** Called by the drawing script when it has been loaded. */
export function provideDrawer(create: ProvideDrawer): void {
  Reflect.set(globalThis, key, create);
}

/** Undefined until the drawing script has been loaded into this page. */
export function providedDrawer(): ProvideDrawer | undefined {
  return Reflect.get(globalThis, key);
}
