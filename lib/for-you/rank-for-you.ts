// Orders papers by what the reader saved, opened and dismissed. Pure: everything it knows is handed in, and it says why.
import type { ForYouReason } from '../papers/for-you-reason';
import { diversified } from './diversified';
import { type KeywordProfile, keysOf, keywordProfile } from './keyword-profile';
import { type Nearness, nearnessOf } from './nearness';

/** What the reader last did with a paper; one for each. */
export interface Signal {
  id: string;
  title: string;
  keywords: readonly string[];
  kind: 'saved' | 'opened' | 'dismissed';
  /** 1 for the usual; more for what was starred or read, negative for what was dropped. Looked at of saved papers only. */
  weight: number;
  /** When, ms since 1970. */
  at: number;
  /** The papers nearest to it, nearest first. */
  neighbours: readonly string[];
}

/** A paper of the last days. */
export interface RecentPaper {
  id: string;
  keywords: readonly string[];
  upvotes?: number;
  /** When it was listed, ms since 1970. */
  at: number;
  /** The papers nearest to it, nearest first. */
  neighbours: readonly string[];
}

export interface RankedPaper {
  id: string;
  /** Above 0; for comparing with others of the same answer only. */
  score: number;
  /** At least one, the strongest first, at most two. */
  reasons: ForYouReason[];
}

const day = 86_400_000;

/** What was done so long ago counts half, days. */
const halfLife = 60;

const kindWeight = { saved: 1, opened: 0.4, dismissed: -0.7 } as const;

/** What all shared keywords say together, against being near. */
const keywordShare = 0.25;

/** A paper that stands no nearer than that says a little, and explains nothing. */
const tellingCloseness = 0.05;

/** By so much the score grows with ten times the upvotes, and for a paper of today. */
const upvoteShare = 0.1;
const newnessShare = 0.1;

/** A paper is half as new after so many days. */
const newFor = 7;

/** An act of the reader, with what it counts for now. */
interface Act {
  signal: Signal;
  weight: number;
}

/** Of its time only; a time in the future counts as now. */
const fading = (at: number, now: number): number => 0.5 ** (Math.max(0, now - at) / day / halfLife);

/** Below 0 for what the reader does not want. `now` in ms since 1970. */
export function signalWeight({ kind, weight, at }: Signal, now: number): number {
  return kindWeight[kind] * (kind === 'saved' ? weight : 1) * fading(at, now);
}

const compareIds = (one: { id: string }, other: { id: string }) =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

interface Near {
  signal: Signal;
  gain: number;
  isTelling: boolean;
}

interface Shared {
  keyword: string;
  gain: number;
  isTelling: boolean;
}

const byGain = (one: { gain: number }, other: { gain: number }) => other.gain - one.gain;

const sumOf = (gains: readonly { gain: number }[]) => gains.reduce((sum, { gain }) => sum + gain, 0);

/** What the reader's acts say of one paper; undefined where they say nothing for it, or nothing that could be told. */
function judge(
  { id, keys }: { id: string; keys: ReadonlyMap<string, string> },
  acts: readonly Act[],
  nearness: Nearness,
  profile: KeywordProfile,
): RankedPaper | undefined {
  const near = [...(nearness.get(id) ?? [])]
    .flatMap(([position, closeness]): Near[] => {
      const act = acts[position];
      const isTelling = closeness >= tellingCloseness;
      return act ? [{ signal: act.signal, isTelling, gain: closeness * act.weight }] : [];
    })
    .sort((one, other) => byGain(one, other) || compareIds(one.signal, other.signal));
  const shared = [...keys]
    .flatMap(([key, keyword]): Shared[] => {
      const known = profile.get(key);
      return known ? [{ keyword, isTelling: known.isTelling, gain: known.gain * keywordShare }] : [];
    })
    .sort((one, other) => byGain(one, other) || (one.keyword < other.keyword ? -1 : 1));
  const score = sumOf(near) + sumOf(shared);
  const reasons = reasonsOf(near, shared);
  return score > 0 && reasons.length > 0 ? { id, score, reasons } : undefined;
}

/** The nearest paper and the keyword that says most; two keywords where there is no such paper. */
function reasonsOf(near: readonly Near[], shared: readonly Shared[]): ForYouReason[] {
  const tells = ({ gain, isTelling }: Near | Shared) => isTelling && gain > 0;
  const papers = near
    .filter(tells)
    .flatMap(({ gain, signal: { kind, id, title } }) =>
      kind === 'dismissed' ? [] : [{ gain, reason: { kind, id, title } as const }],
    );
  const keywords = shared
    .filter(tells)
    .map(({ gain, keyword }) => ({ gain, reason: { kind: 'keyword', keyword } as const }));
  const nearest = papers.slice(0, 1);
  return [...nearest, ...keywords.slice(0, 2 - nearest.length)].sort(byGain).map(({ reason }) => reason);
}

/** Upvotes and newness speak only where something else does: they make more of what is there. */
function raised(score: number, { upvotes = 0, at }: RecentPaper, now: number): number {
  const newness = 1 / (1 + Math.max(0, now - at) / day / newFor);
  return score * (1 + upvoteShare * Math.log10(1 + Math.max(0, upvotes)) + newnessShare * newness);
}

/**
 * Best first, and not more than three in a row because of the same paper. Papers in `known` and among the signals are left out, and so
 * are those nothing speaks for; all of them tell how rare a keyword is. `now` in ms since 1970. The order of what is handed in makes no
 * difference; without signals there is nothing.
 */
export function rankForYou(
  signals: readonly Signal[],
  recent: readonly RecentPaper[],
  known: ReadonlySet<string>,
  now: number,
): RankedPaper[] {
  if (signals.length === 0) return [];
  // In one order whatever came: sums of fractions differ by the order they are made in.
  const acts = [...signals]
    .sort(compareIds)
    .map((signal): Act => ({ signal, weight: signalWeight(signal, now) }));
  const papers = recent.map((paper) => ({ ...paper, keys: keysOf(paper.keywords) }));
  const profile = keywordProfile(
    acts.map(({ signal, weight }) => ({
      keywords: signal.keywords,
      wanted: Math.max(0, weight),
      unwanted: Math.max(0, -weight),
      // What is dismissed counts as opened: it was looked at.
      act: signal.kind === 'dismissed' ? kindWeight.opened * fading(signal.at, now) : Math.max(0, weight),
    })),
    papers.map(({ keys }) => keys),
  );
  const excluded = new Set([...known, ...signals.map(({ id }) => id)]);
  const open = papers.filter(({ id }) => !excluded.has(id));
  const nearness = nearnessOf(
    acts.map(({ signal }) => signal),
    open,
  );
  const ranked = open
    .flatMap((paper) => {
      const judged = judge(paper, acts, nearness, profile);
      return judged ? [{ ...judged, score: raised(judged.score, paper, now) }] : [];
    })
    .sort((one, other) => other.score - one.score || compareIds(one, other));
  return diversified(ranked);
}
