// The reader's settings: their types, defaults and the reading of what is stored. Pure; knows no storage.

import { maxWatchRules, maxWatchText, type WatchRule, watchKinds } from '../papers/watch-rule';
import { type PageSettings, parsePageSettings, type Theme } from './page-settings';

export type { Theme };

/** What the number on the toolbar button counts: unseen papers of the newest day, papers the current page names, or nothing. */
export const toolbarBadges = ['newest-day', 'page', 'none'] as const;

export type ToolbarBadge = (typeof toolbarBadges)[number];

export const horizonChoices = [30, 90, 180, 365] as const;

export interface Settings extends PageSettings {
  version: 1;
  /** How many days back the feed is kept and completed. */
  horizonDays: (typeof horizonChoices)[number];
  /** On abstract pages of papers that are not cached, show the nearest cached ones. Off at first. */
  relatedInPages: boolean;
  /** Let the browser's account carry the reading list to the reader's other machines. Off at first. */
  syncList: boolean;
  /** Small pictures in lists of our own. Off at first: they are requests to the feed's image host. */
  thumbnails: boolean;
  /** Lists of our own leave out what the reader has seen. */
  onlyUnseen: boolean;
  toolbarBadge: ToolbarBadge;
  /** The hour of the morning digest, 0 to 23 in the reader's own time; null for none. */
  digestHour: number | null;
  watchRules: WatchRule[];
}

export const defaultSettings: Settings = {
  version: 1,
  ...parsePageSettings(undefined),
  horizonDays: 90,
  relatedInPages: false,
  syncList: false,
  thumbnails: false,
  onlyUnseen: false,
  toolbarBadge: 'newest-day',
  digestHour: null,
  watchRules: [],
};

function hour(stored: unknown): number | null {
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 && stored <= 23
    ? stored
    : null;
}

/** By what a rule is known: one that differs only in case is the same. */
export const watchRuleKey = ({ kind, text }: WatchRule): string => `${kind} ${text.toLowerCase()}`;

/** Those that can be read, each once; at most `maxWatchRules`. */
function rules(stored: unknown): WatchRule[] {
  const known = new Map<string, WatchRule>();
  for (const rule of Array.isArray(stored) ? stored : []) {
    const { kind, text } = (rule ?? {}) as Record<string, unknown>;
    const knownKind = watchKinds.find((one) => one === kind);
    const trimmed = typeof text === 'string' ? text.trim().slice(0, maxWatchText).trim() : '';
    if (knownKind && trimmed) {
      const readable = { kind: knownKind, text: trimmed };
      known.set(watchRuleKey(readable), readable);
    }
  }
  return [...known.values()].slice(0, maxWatchRules);
}

/** Reads stored settings of any shape; whatever is missing or wrong takes its default. Never throws. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const { horizonDays, relatedInPages, syncList } = stored as Record<string, unknown>;
  const { thumbnails, onlyUnseen, toolbarBadge, digestHour, watchRules } = stored as Record<string, unknown>;
  return {
    version: 1,
    ...parsePageSettings(stored),
    horizonDays: horizonChoices.find((choice) => choice === horizonDays) ?? defaultSettings.horizonDays,
    relatedInPages: relatedInPages === true,
    syncList: syncList === true,
    thumbnails: thumbnails === true,
    onlyUnseen: onlyUnseen === true,
    toolbarBadge: toolbarBadges.find((one) => one === toolbarBadge) ?? defaultSettings.toolbarBadge,
    digestHour: hour(digestHour),
    watchRules: rules(watchRules),
  };
}

const requiredSite = /(?:^|\.)(arxiv\.org|github\.com|huggingface\.co)$/;

/**
 * The site a host belongs to, as the settings name it: `export.arxiv.org` is `arxiv.org`, `gist.github.com` is `github.com`.
 * Any other host is a site of its own, without a leading `www.`: where domains are sold is not known here.
 */
export function siteOfHost(host: string): string {
  return requiredSite.exec(host)?.[1] ?? host.replace(/^www\./, '');
}
