// Which keywords the reader's papers are about, weighed by how rare they are among the papers of the last days. Pure.
import { keywordKey } from '../papers/folded-words';

/** What one keyword says for a paper that carries it; below 0 where it speaks against it. */
export interface KeywordWeight {
  gain: number;
  /** Rare enough to be told as a reason: one that every third paper carries explains nothing. */
  isTelling: boolean;
}

/** By `keywordKey`. */
export type KeywordProfile = ReadonlyMap<string, KeywordWeight>;

export interface WeighedKeywords {
  keywords: readonly string[];
  /** What the paper counts as one the reader wants, at least 0. */
  wanted: number;
  /** What it counts as one the reader does not want, at least 0. */
  unwanted: number;
  /** What it adds to the reader's acts as a whole, at least 0: a keyword of one in a hundred papers says less than one of one in two. */
  act: number;
}

/** Added to the reader's acts: a keyword of the first paper that is opened must not outdo everything. */
const doubt = 2;

/** What is not wanted counts by itself, not by how much else there is: one more of it must never weaken the others. */
const unwantedShare = 0.4;

/** From 0, in every paper, to about 1, in one of many. Less rare than that is no reason. */
const tellingRarity = 0.25;

/** The keywords by their keys, each as it is first written. */
export const keysOf = (keywords: readonly string[]): Map<string, string> => {
  const spellings = new Map<string, string>();
  for (const keyword of keywords) {
    const key = keywordKey(keyword);
    if (key !== '' && !spellings.has(key)) spellings.set(key, keyword);
  }
  return spellings;
};

/** `among`: the keys of each paper of the last days, those the reader knows too. Sums follow the order of `acts`. */
export function keywordProfile(
  acts: readonly WeighedKeywords[],
  among: readonly ReadonlyMap<string, string>[],
): KeywordProfile {
  const carrying = new Map<string, number>();
  for (const keys of among) {
    for (const key of keys.keys()) carrying.set(key, (carrying.get(key) ?? 0) + 1);
  }
  const sums = new Map<string, { wanted: number; unwanted: number }>();
  let all = doubt;
  for (const { keywords, wanted, unwanted, act } of acts) {
    all += act;
    for (const key of keysOf(keywords).keys()) {
      const sum = sums.get(key) ?? { wanted: 0, unwanted: 0 };
      sums.set(key, { wanted: sum.wanted + wanted, unwanted: sum.unwanted + unwanted });
    }
  }
  const rarityOf = (key: string) =>
    Math.log((1 + among.length) / (1 + (carrying.get(key) ?? 0))) / Math.log(2 + among.length);
  return new Map(
    [...sums].map(([key, { wanted, unwanted }]) => {
      const rarity = rarityOf(key);
      const gain = rarity * (wanted / Math.sqrt(all) - unwantedShare * unwanted);
      return [key, { gain, isTelling: rarity >= tellingRarity }];
    }),
  );
}
