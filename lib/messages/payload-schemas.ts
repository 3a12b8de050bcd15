// What a well-formed request of each message type is. Background only: content scripts cannot afford zod.
import * as z from 'zod/mini';
import { citationStyles } from '../formats/copied-citation';
import { maxTagLength } from '../papers/entry-changes';
import { isFeedDay } from '../papers/feed-day';
import { isFeedMonth, isFeedWeek } from '../papers/feed-period';
import { parsePaperId } from '../papers/paper-id';
import { readingStatuses, starCounts } from '../papers/reading-entry';
import { maxWatchRules, maxWatchText, watchKinds } from '../papers/watch-rule';
import { horizonChoices, toolbarBadges } from '../settings/settings';
import { maxNoteLength, readingEntrySchema } from '../store/reading-entry-schema';
import {
  type MessageType,
  maxListEntries,
  maxLookUpTargets,
  maxPageAbstract,
  maxPageTitle,
  maxQueryLength,
  maxShownPapers,
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

const day = z.string().check(z.refine(isFeedDay, 'not a day'));
const ids = z.array(paperId).check(z.minLength(1), z.maxLength(maxListEntries));
const tags = z.array(text(maxTagLength).check(z.minLength(1))).check(z.maxLength(200));
const entries = z.array(readingEntrySchema).check(z.maxLength(maxListEntries));

const entryChange = z.strictObject({
  status: z.optional(status),
  stars: z.optional(z.literal(starCounts)),
  note: z.optional(text(maxNoteLength)),
  snoozedUntil: z.optional(z.nullable(day)),
  addTags: z.optional(tags),
  removeTags: z.optional(tags),
});

const importedPaper = z.strictObject({
  id: paperId,
  title: z.optional(text(1_000)),
  authors: z.optional(z.array(text(300)).check(z.maxLength(5_000))),
  publishedAt: z.optional(day),
  category: z.optional(text(40)),
  repository: z.optional(slug),
  change: entryChange,
  addedAt: z.optional(z.int().check(z.gte(0), z.lte(8.64e15))),
});

const feedList = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('week'), week: z.string().check(z.refine(isFeedWeek, 'not a week')) }),
  z.strictObject({ view: z.literal('month'), month: z.string().check(z.refine(isFeedMonth, 'not a month')) }),
  z.strictObject({ view: z.literal('trending') }),
]);

const watchRule = z.strictObject({
  kind: z.enum(watchKinds),
  text: text(maxWatchText).check(z.minLength(1)),
});

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
  'reading-list/save': z.strictObject({ ids }),
  'reading-list/set-status': z.strictObject({ id: paperId, status }),
  'reading-list/change': z.strictObject({
    changes: z
      .array(z.strictObject({ id: paperId, change: entryChange }))
      .check(z.minLength(1), z.maxLength(maxListEntries)),
  }),
  'reading-list/remove': z.strictObject({ ids }),
  'reading-list/restore': z.strictObject({ entries }),
  'reading-list/merge': z.strictObject({ entries }),
  'reading-list/import': z.strictObject({
    papers: z.array(importedPaper).check(z.maxLength(maxListEntries)),
  }),
  'reading-list/fetch-details': z.strictObject({}),
  citation: z.strictObject({ id: paperId, style: z.enum(citationStyles) }),
  'list-sync/now': z.strictObject({}),
  'list-sync/erase': z.strictObject({}),
  'feed/refresh': z.strictObject({
    day: z.optional(day),
  }),
  'feed/list': z.strictObject({ list: feedList }),
  'papers/shown': z.strictObject({
    papers: z
      .array(z.strictObject({ id: paperId, upvotes: z.optional(z.int().check(z.gte(0))) }))
      .check(z.maxLength(maxShownPapers)),
    since: z.number(),
  }),
  'papers/opened': z.strictObject({ ids: z.array(paperId).check(z.maxLength(maxShownPapers)) }),
  'for-you/dismiss': z.strictObject({ id: paperId, dismissed: z.boolean() }),
  'for-you/reset': z.strictObject({}),
  'requests/images': z.strictObject({
    urls: z.array(text(2_000)).check(z.maxLength(maxShownPapers)),
  }),
  'feed/clear-cache': z.strictObject({}),
  'site/switch': z.strictObject({ site: text(253), on: z.boolean() }),
  'settings/change': z.strictObject({
    horizonDays: z.optional(z.literal(horizonChoices)),
    lookUpUncached: z.optional(z.boolean()),
    relatedInPages: z.optional(z.boolean()),
    syncList: z.optional(z.boolean()),
    theme: z.optional(z.enum(['auto', 'light', 'dark'])),
    sitesOff: z.optional(z.array(text(253)).check(z.maxLength(1_000))),
    adaptersOff: z.optional(z.array(text(40)).check(z.maxLength(200))),
    thumbnails: z.optional(z.boolean()),
    onlyUnseen: z.optional(z.boolean()),
    toolbarBadge: z.optional(z.enum(toolbarBadges)),
    digestHour: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(23)))),
    watchRules: z.optional(z.array(watchRule).check(z.maxLength(maxWatchRules))),
  }),
  'diagnosis/adapter-broken': z.strictObject({
    adapter: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
    fault: text(40),
  }),
  'page/open': z.strictObject({ page: z.enum(['library', 'options', 'welcome']) }),
};
