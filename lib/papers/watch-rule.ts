// What the reader wants to be told of: keywords, authors, organisations. Pure; which papers it holds for is in match-watch-rules.ts.

export const watchKinds = ['keyword', 'author', 'organization'] as const;

export type WatchKind = (typeof watchKinds)[number];

export interface WatchRule {
  kind: WatchKind;
  /** As the reader typed it, trimmed; never empty. */
  text: string;
}

export const maxWatchRules = 200;
export const maxWatchText = 120;
