// What a well-formed reading entry is, in a file or in the mirror.
import * as z from 'zod/mini';
import { isFeedDay } from '../papers/feed-day';
import { parsePaperId } from '../papers/paper-id';
import { type ReadingEntry, readingStatuses } from '../papers/reading-entry';

const text = (length: number) =>
  z.string('is no text').check(z.maxLength(length, `is longer than ${length} characters`));
const texts = (count: number, length: number) =>
  z.array(text(length), 'is no list').check(z.maxLength(count, `has more than ${count} parts`));
/** ms since 1970, as far as a Date reaches. */
const time = z.int('is no time').check(z.nonnegative('is no time'), z.maximum(8.64e15, 'is no time'));

/** The limits are far beyond what readers write; they keep one entry below a megabyte or two. */
export const readingEntrySchema = z.object(
  {
    id: text(40).check(z.refine((id) => parsePaperId(id)?.id === id, 'is no paper id')),
    title: text(1_000),
    authors: texts(5_000, 300),
    publishedAt: z.optional(text(10).check(z.refine(isFeedDay, 'is no day'))),
    repository: z.optional(text(140).check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'is no repository'))),
    status: z.enum(readingStatuses, 'is none of the known ones'),
    tags: texts(200, 100),
    note: text(100_000),
    addedAt: time,
    changedAt: time,
  },
  'is no entry',
);

/** A reading entry, unknown fields left out, or the first reason in English why it is none. Never throws. */
export function parseReadingEntry(value: unknown): { entry: ReadingEntry } | { reason: string } {
  const parsed = readingEntrySchema.safeParse(value);
  if (parsed.success) return { entry: parsed.data };
  const [issue] = parsed.error.issues;
  return { reason: [issue?.path.join('.'), issue?.message].filter(Boolean).join(' ') };
}
