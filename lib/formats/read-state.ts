// What our own exports say beside a citation: the reader's state, as a line of `key: value, …`, an object, or columns. Pure.
import { readingStatuses, starCounts } from '../papers/reading-entry';
import type { RecordFacts } from './collected-papers';
import { idInField } from './find-arxiv-id';

/** `status: reading, stars: 2, added: …` by key. Keys nobody knows do no harm. */
export function readStateLine(line: string): ReadonlyMap<string, string> {
  const pairs = line.split(', ').map((pair) => /^([a-z_]+): (.*)$/s.exec(pair.trim()));
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])));
}

/** Facts from the values of the state, each only where it is one; the time of adding to the ms. */
export function stateFacts(read: (key: string) => string | undefined): RecordFacts {
  const stars = read('stars')?.trim();
  return {
    status: readingStatuses.find((status) => status === read('status')?.trim().toLowerCase()),
    stars: stars === '' ? undefined : starCounts.find((count) => String(count) === stars),
    snoozedUntil: read('snoozed'),
    addedAt: timeIn(read('added') ?? ''),
    ...known('published', read('published')),
    ...known('category', read('category')),
    ...known('repository', read('repository')),
  };
}

const known = (key: keyof RecordFacts, value: string | undefined): RecordFacts =>
  value ? { [key]: value } : {};

/**
 * ms since 1970 of a time that begins like ISO 8601, with a space for `T` as many tools write it; without a zone in UTC, as Zotero
 * means it. NaN for others.
 */
export function timeIn(text: string): number {
  const [, day, clock = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ]{1,2}(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text.trim(),
    ) ?? [];
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return day ? Date.parse(`${day}T${clock}${offset}`) : Number.NaN;
}

/** Whether the title is no more than the paper's id, as our exports write it where no title is known. */
export function isStandIn(title: string, id: string): boolean {
  return idInField(title) === id;
}
