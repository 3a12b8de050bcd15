// What a well-formed reading entry is, in a file, in a message or in the mirror.
import * as z from 'zod/mini';
import { isFeedDay } from '../papers/feed-day';
import { isHybridTime } from '../papers/hybrid-time';
import { settled } from '../papers/merge-entries';
import { parsePaperId } from '../papers/paper-id';
import { type ReadingEntry, readingStatuses, starCounts } from '../papers/reading-entry';
import { fromVersion1, isVersion1 } from './entry-versions';

const text = (length: number) =>
  z.string('is no text').check(z.maxLength(length, `is longer than ${length} characters`));
const texts = (count: number, length: number) =>
  z.array(text(length), 'is no list').check(z.maxLength(count, `has more than ${count} parts`));
/** ms since 1970, as far as a Date reaches. */
const ms = z.int('is no time').check(z.nonnegative('is no time'), z.maximum(8.64e15, 'is no time'));
const day = text(10).check(z.refine(isFeedDay, 'is no day'));
const time = z.string('is no time').check(z.refine(isHybridTime, 'is no time'));
const times = z.array(time, 'is no list').check(z.maxLength(100, 'names too many machines'));
const count = z.int('is no number').check(z.nonnegative('is no number'));

export const maxNoteLength = 100_000;

/** The limits are far beyond what readers write; they keep one entry below a megabyte or two. */
const paperAndList = {
  id: text(40).check(z.refine((id) => parsePaperId(id)?.id === id, 'is no paper id')),
  title: text(1_000),
  authors: texts(5_000, 300),
  publishedAt: z.optional(day),
  repository: z.optional(text(140).check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'is no repository'))),
  tags: texts(200, 100),
  note: text(maxNoteLength),
  addedAt: ms,
  changedAt: ms,
};

const version1 = z.object(
  { ...paperAndList, status: z.enum(['to-read', 'reading', 'done'], 'is none of the known ones') },
  'is no entry',
);

const current = z.object(
  {
    ...paperAndList,
    category: z.optional(text(40)),
    status: z.enum(readingStatuses, 'is none of the known ones'),
    stars: z.literal(starCounts, 'is no number of stars'),
    snoozedUntil: z.optional(day),
    whenSaved: z.optional(
      z.object({
        at: ms,
        cached: z.boolean(),
        upvotes: z.optional(count),
        hasCode: z.boolean(),
        hasSummary: z.boolean(),
      }),
    ),
    times: z.object(
      {
        added: time,
        status: z.optional(time),
        stars: z.optional(time),
        note: z.optional(time),
        snoozedUntil: z.optional(time),
        tags: z.record(text(100), time),
        paper: z.optional(time),
      },
      'is no list of times',
    ),
    saved: times,
    removed: times,
  },
  'is no entry',
);

/** An entry of today, as messages carry it. */
export const readingEntrySchema: z.ZodMiniType<ReadingEntry> = current;

/**
 * A reading entry of this or an earlier version, unknown fields left out, or the first reason in English why it is none. Tags without
 * a time get the entry's own. Never throws.
 */
export function parseReadingEntry(value: unknown): { entry: ReadingEntry } | { reason: string } {
  const old = typeof value === 'object' && value !== null && isVersion1(value);
  const parsed = old ? version1.safeParse(value) : current.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { reason: [issue?.path.join('.'), issue?.message].filter(Boolean).join(' ') };
  }
  return { entry: isVersion1(parsed.data) ? fromVersion1(parsed.data) : settled(withTagTimes(parsed.data)) };
}

function withTagTimes(entry: ReadingEntry): ReadingEntry {
  const { added, tags: known } = entry.times;
  const tags = [...new Set(entry.tags)];
  const tagTimes = { ...Object.fromEntries(tags.map((tag) => [tag, added])), ...known };
  return { ...entry, tags, times: { ...entry.times, tags: tagTimes } };
}
