// Why a paper is among those for the reader, in facts; the component puts them into words. Types only.

export type ForYouReason =
  /** Near a paper the reader saved or opened. */
  | { kind: 'saved' | 'opened'; id: string; title: string }
  /** A keyword of papers the reader saved or opened, as this paper writes it; rare among the papers of the last days. */
  | { kind: 'keyword'; keyword: string };
