// Where the script that draws cards meets the one that finds mentions. It is loaded into a page only when there is something
// to draw; both run in the same isolated world, which the page's own scripts cannot see.

import type { CardData } from '../papers/card-data';
import type { Mention, Place } from '../sites/types';
import type { DrawnMention } from './annotator';

/** What the reader can do on a card; the finding side carries it out. */
export interface CardActions {
  /** Rejects with a `MessageFailure`. */
  save(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  switchSite(on: boolean): void;
  openLibrary(): void;
  /** The full card with related papers; undefined when the cache lost it meanwhile. */
  loadCard(id: string): Promise<CardData | undefined>;
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

export type DrawMention = (options: DrawOptions) => DrawnMention;

const key = Symbol.for('papergloss.draw-mention');

/** Called by the drawing script when it has been loaded. */
export function provideDrawMention(draw: DrawMention): void {
  Reflect.set(globalThis, key, draw);
}

/** Undefined until the drawing script has been loaded into this page. */
export function providedDrawMention(): DrawMention | undefined {
  return Reflect.get(globalThis, key);
}
