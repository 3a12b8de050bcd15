// A made-up daily list, and actions that remember what they were asked. Nothing here is from the feed.
import { vi } from 'vitest';
import type { PopupActions, PopupProps } from '../../../components/popup/popup-props';
import type { CardData, RelatedPaper } from '../../../lib/papers/card-data';
import { newEntry } from '../../../lib/papers/entry-changes';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import type { FoundPaper } from '../../../lib/papers/search-answer';
import type { DailyList, DailyRow } from '../../../lib/store/daily-list';

export const now = Date.parse('2026-06-12T15:30:00Z');

export function row(id: string, fields: Partial<DailyRow> = {}): DailyRow {
  return {
    id,
    title: `Title of ${id}`,
    abstract: '',
    authors: ['Ada Lovelace', 'Kurt Gödel'],
    keywords: ['speculative decoding'],
    day: '2026-06-12',
    fetchedAt: now,
    origin: 'feed',
    ...fields,
  };
}

export function dailyList(fields: Partial<DailyList> = {}): DailyList {
  const day = 'day' in fields ? fields.day : '2026-06-12';
  return {
    query: { view: 'day', ...(day && { day }) },
    source: 'feed',
    day,
    previousDay: '2026-06-11',
    papers: [
      row('2606.00001', {
        rank: 1,
        title: 'Drafting with small models',
        summary: 'A small model drafts.',
        upvotes: 128,
        comments: 5,
        organization: 'Example Lab',
        repository: 'Example/Drafting',
        stars: 1234,
      }),
      row('2606.00002', { rank: 2, title: 'Memory of agents', status: 'to-read' }),
      row('2606.00003', { rank: 3, title: 'Maps without maps', keywords: ['navigation'] }),
    ],
    fetchedAt: now - 7_200_000,
    sync: { lastSuccessAt: now - 7_200_000 },
    ...fields,
  };
}

export const nothingCached: DailyList = { query: { view: 'day' }, source: 'none', papers: [], sync: {} };

export function card(id: string, fields: Partial<CardData> = {}): CardData {
  return {
    id,
    title: `Card of ${id}`,
    summary: 'What it found.',
    summaryFrom: 'summary',
    fetchedAt: now,
    origin: 'feed',
    related: [],
    ...fields,
  };
}

export function found(id: string, fields: Partial<FoundPaper> = {}): FoundPaper {
  return { ...card(id, { title: `Found ${id}` }), marks: { title: [], summary: [] }, seen: false, ...fields };
}

export function relatedPaper(id: string, fields: Partial<RelatedPaper> = {}): RelatedPaper {
  const reasons: RelatedPaper['reasons'] = [{ kind: 'keywords', keywords: ['draft model'] }];
  return { id, title: `Near ${id}`, reasons, saved: false, seen: false, ...fields };
}

export function entry(id: string, fields: Partial<ReadingEntry> = {}): ReadingEntry {
  const paper = { id, title: `Entry of ${id}`, authors: [] };
  return { ...newEntry(paper, { now, device: 'testing' }), ...fields };
}

/** What the messages reject with: an error that carries the code of its reason. */
export function refusal(code: string, detail = 'why'): Error {
  return Object.assign(new Error(detail), { code });
}

export function popupActions() {
  return {
    open: vi.fn<PopupActions['open']>(),
    openPage: vi.fn<PopupActions['openPage']>(),
    showList: vi.fn<PopupActions['showList']>(),
    fetchList: vi.fn<PopupActions['fetchList']>(async () => undefined),
    refresh: vi.fn<PopupActions['refresh']>(async () => undefined),
    save: vi.fn<PopupActions['save']>(async () => undefined),
    saveAll: vi.fn<PopupActions['saveAll']>(async () => undefined),
    remove: vi.fn<PopupActions['remove']>(async (id) => entry(id)),
    restore: vi.fn<PopupActions['restore']>(async () => undefined),
    lookUpOnline: vi.fn<PopupActions['lookUpOnline']>(async () => undefined),
    search: vi.fn<PopupActions['search']>(async () => ({ papers: [], total: 0 })),
    searchOnline: vi.fn<PopupActions['searchOnline']>(async () => []),
    relatedToPage: vi.fn<PopupActions['relatedToPage']>(async () => []),
    readMonth: vi.fn<PopupActions['readMonth']>(async () => []),
    readDetails: vi.fn<PopupActions['readDetails']>(async () => undefined),
    shown: vi.fn<PopupActions['shown']>(),
    opened: vi.fn<PopupActions['opened']>(),
    imageLoaded: vi.fn<PopupActions['imageLoaded']>(),
    dismiss: vi.fn<PopupActions['dismiss']>(async () => undefined),
    startAfresh: vi.fn<PopupActions['startAfresh']>(async () => undefined),
    setOnlyUnseen: vi.fn<PopupActions['setOnlyUnseen']>(async () => undefined),
    copyList: vi.fn<PopupActions['copyList']>(async () => undefined),
  };
}

/** A popup over the daily list, on a page that names nothing. */
export const popupProps = (actions: PopupActions, fields: Partial<PopupProps> = {}): PopupProps => ({
  list: dailyList(),
  onPage: { cards: [] },
  settings: { onlyUnseen: false, thumbnails: false },
  now,
  online: true,
  actions,
  ...fields,
});
