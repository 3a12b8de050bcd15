// What a well-formed request of each message type is. Background only: content scripts cannot afford zod.
import * as z from 'zod/mini';
import { isFeedDay } from '../papers/feed-day';
import { parsePaperId } from '../papers/paper-id';
import { readingStatuses } from '../papers/reading-entry';
import { horizonChoices } from '../settings/settings';
import { readingEntrySchema } from '../store/reading-entry-schema';
import {
  type MessageType,
  maxLookUpTargets,
  maxPageAbstract,
  maxPageTitle,
  maxQueryLength,
  type Request,
} from './protocol';

const paperId = z.string().check(
  z.maxLength(40),
  z.refine((text) => parsePaperId(text)?.id === text, 'not a paper id without version'),
);
const text = (length: number) => z.string().check(z.maxLength(length));
const slug = text(140).check(z.regex(/^[\w.-]+\/[\w.-]+$/));
const status = z.enum(readingStatuses);

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), id: paperId }),
  z.strictObject({ kind: z.literal('repository'), slug }),
]);

/** The largest reading list file taken, in characters. */
const maxImportLength = 50_000_000;

export const payloadSchemas: { [T in MessageType]: z.ZodMiniType<Request<T>> } = {
  'look-up': z.strictObject({
    targets: z
      .array(z.strictObject({ target, form: z.enum(['card', 'badge']) }))
      .check(z.maxLength(maxLookUpTargets)),
    canDraw: z.boolean(),
  }),
  'look-up-online': z.strictObject({ id: paperId, canDraw: z.boolean() }),
  search: z.strictObject({
    query: text(maxQueryLength),
    limit: z.int().check(z.gte(1), z.lte(100)),
  }),
  'search-online': z.strictObject({ query: text(maxQueryLength) }),
  'related/to-page': z.strictObject({
    id: z.optional(paperId),
    title: text(maxPageTitle),
    abstract: text(maxPageAbstract),
  }),
  'reading-list/save': z.strictObject({ id: paperId }),
  'reading-list/set-status': z.strictObject({ id: paperId, status }),
  'reading-list/remove': z.strictObject({ id: paperId }),
  'reading-list/restore': z.strictObject({ entry: readingEntrySchema }),
  'reading-list/import': z.strictObject({ json: text(maxImportLength) }),
  'feed/refresh': z.strictObject({
    day: z.optional(z.string().check(z.refine(isFeedDay, 'not a day'))),
  }),
  'feed/clear-cache': z.strictObject({}),
  'site/switch': z.strictObject({ site: text(253), on: z.boolean() }),
  'settings/change': z.strictObject({
    horizonDays: z.optional(z.literal(horizonChoices)),
    lookUpUncached: z.optional(z.boolean()),
    relatedInPages: z.optional(z.boolean()),
    theme: z.optional(z.enum(['auto', 'light', 'dark'])),
  }),
  'page/open': z.strictObject({ page: z.enum(['library', 'options']) }),
};
