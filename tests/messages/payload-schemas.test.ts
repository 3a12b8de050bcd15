import { describe, expect, it } from 'vitest';
import { payloadSchemas } from '../../lib/messages/payload-schemas';
import { type MessageType, maxListEntries, maxShownPapers } from '../../lib/messages/protocol';
import { entry } from '../store/stored-papers';

const id = '2412.17747';
const accepts = (type: MessageType, request: unknown) => payloadSchemas[type].safeParse(request).success;
const change = (fields: object) => ({ changes: [{ id, change: fields }] });
const many = (count: number) => Array.from({ length: count }, () => id);

describe('a request about the reading list', () => {
  const accepted: [type: MessageType, request: unknown][] = [
    ['reading-list/save', { ids: [id, 'hep-th/9901001'] }],
    ['reading-list/save', { ids: many(maxListEntries) }],
    ['reading-list/change', change({})],
    ['reading-list/change', change({ status: 'dropped', stars: 0, note: '', snoozedUntil: null })],
    ['reading-list/change', change({ addTags: ['a'], removeTags: [], snoozedUntil: '2026-07-01' })],
    ['reading-list/change', change({ note: 'x'.repeat(100_000) })],
    ['reading-list/restore', { entries: [entry(id)] }],
    ['reading-list/merge', { entries: [] }],
    ['reading-list/import', { papers: [{ id, change: {} }] }],
    ['reading-list/import', { papers: [{ id, title: 'T', authors: [], change: { note: 'n' }, addedAt: 5 }] }],
    ['reading-list/fetch-details', {}],
    ['citation', { id, style: 'bibtex' }],
    ['list-sync/now', {}],
    ['list-sync/erase', {}],
  ];
  it.each(accepted)('%s takes %j', (type, request) => expect(accepts(type, request)).toBe(true));

  const refused: [type: MessageType, why: string, request: unknown][] = [
    ['reading-list/save', 'nothing to save', { ids: [] }],
    ['reading-list/save', 'more than a list may hold', { ids: many(maxListEntries + 1) }],
    ['reading-list/save', 'an id with a version', { ids: [id, `${id}v1`] }],
    ['reading-list/save', 'what only the store decides', { ids: [id], cachedOnly: false }],
    ['reading-list/set-status', 'an unknown status', { id, status: 'burnt' }],
    ['reading-list/change', 'nothing to change', { changes: [] }],
    ['reading-list/change', 'an unknown field', change({ title: 'Mine' })],
    ['reading-list/change', 'times of its own', change({ times: {} })],
    ['reading-list/change', 'half a star', change({ stars: 0.5 })],
    ['reading-list/change', 'no status', change({ status: null })],
    ['reading-list/change', 'a day that is none', change({ snoozedUntil: '2026-02-30' })],
    ['reading-list/change', 'an endless note', change({ note: 'x'.repeat(100_001) })],
    ['reading-list/change', 'an empty tag', change({ addTags: [''] })],
    ['reading-list/change', 'an endless tag', change({ addTags: ['x'.repeat(61)] })],
    ['reading-list/change', 'endless tags', change({ addTags: Array(201).fill('a') })],
    ['reading-list/remove', 'one id instead of several', { id }],
    ['reading-list/restore', 'an entry without times', { entries: [{ ...entry(id), times: undefined }] }],
    ['reading-list/restore', 'an entry of no paper', { entries: [{ ...entry(id), id: 'constructor' }] }],
    ['reading-list/merge', 'a time that is none', { entries: [{ ...entry(id), saved: ['yesterday'] }] }],
    ['reading-list/import', 'a paper without a change', { papers: [{ id }] }],
    ['reading-list/import', 'an unknown field', { papers: [{ id, change: {}, url: 'https://a.example/' }] }],
    ['reading-list/import', 'a time that is none', { papers: [{ id, change: {}, addedAt: -1 }] }],
    ['reading-list/import', 'an endless title', { papers: [{ id, change: {}, title: 'x'.repeat(1_001) }] }],
    ['reading-list/import', 'no repository', { papers: [{ id, change: {}, repository: '../..//etc' }] }],
    ['reading-list/fetch-details', 'papers by name', { ids: [id] }],
    ['citation', 'an unknown style', { id, style: 'html' }],
    ['citation', 'a prototype for a style', { id, style: 'constructor' }],
    ['list-sync/erase', 'anything', { now: true }],
  ];
  it.each(refused)('%s refuses %s', (type, _why, request) => expect(accepts(type, request)).toBe(false));
});

describe('a request about lists and what was seen in them', () => {
  const shown = (count: number) => ({ papers: Array.from({ length: count }, () => ({ id })), since: 5 });
  const accepted: [type: MessageType, request: unknown][] = [
    ['papers/shown', { papers: [{ id, upvotes: 0 }, { id: 'hep-th/9901001' }], since: 1_781_265_600_000 }],
    ['papers/shown', shown(maxShownPapers)],
    ['papers/opened', { ids: [id] }],
    ['papers/opened', { ids: [] }],
    ['for-you/dismiss', { id, dismissed: true }],
    ['for-you/reset', {}],
    ['requests/images', { urls: ['https://a.example/x.png', 'no address at all'] }],
    ['feed/list', { list: { view: 'week', week: '2026-W53' } }],
    ['feed/list', { list: { view: 'month', month: '2026-11' } }],
    ['feed/list', { list: { view: 'trending' } }],
    ['page/open', { page: 'welcome' }],
  ];
  it.each(accepted)('%s takes %j', (type, request) => expect(accepts(type, request)).toBe(true));

  const refused: [type: MessageType, why: string, request: unknown][] = [
    ['papers/shown', 'more than a list has', shown(maxShownPapers + 1)],
    ['papers/shown', 'half an upvote', { papers: [{ id, upvotes: 0.5 }], since: 5 }],
    ['papers/shown', 'fewer than none', { papers: [{ id, upvotes: -1 }], since: 5 }],
    ['papers/shown', 'no time', { papers: [{ id }], since: Number.NaN }],
    ['papers/shown', 'times of its own', { papers: [{ id, shownAt: 5 }], since: 5 }],
    ['papers/opened', 'what is no paper', { ids: ['constructor'] }],
    ['papers/opened', 'more than a list has', { ids: many(maxShownPapers + 1) }],
    ['for-you/dismiss', 'no decision', { id }],
    ['for-you/reset', 'anything', { id }],
    ['requests/images', 'an endless address', { urls: ['x'.repeat(2_001)] }],
    ['feed/list', 'a day', { list: { view: 'day', day: '2026-06-12' } }],
    ['feed/list', 'a week that does not exist', { list: { view: 'week', week: '2025-W53' } }],
    ['feed/list', 'a month that does not exist', { list: { view: 'month', month: '2026-13' } }],
    ['page/open', 'any other page', { page: 'popup' }],
  ];
  it.each(refused)('%s refuses %s', (type, _why, request) => expect(accepts(type, request)).toBe(false));
});
