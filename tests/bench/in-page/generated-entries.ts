// Reading entries as a busy reader makes them, of made-up papers; the same in every run.
import { changeEntry, newEntry } from '../../../lib/papers/entry-changes';
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { EntryChange, ReadingEntry } from '../../../lib/papers/reading-entry';
import { generatePapers } from './generated-papers';

const tags = ['to cite', 'decoding', 'survey', 'group meeting', 'baseline'];

/** What the reader did with the entry at this place of the list: to one of two nothing. */
function changeOf(index: number): EntryChange | undefined {
  const tag = tags[index % tags.length] ?? '';
  if (index % 2 === 0) return undefined;
  if (index % 3 === 0) return { status: 'done', stars: 2, note: `Section ${index % 7} is what to cite.` };
  return { status: 'reading', addTags: [tag] };
}

/** `count` entries saved one a minute until `now` (ms since 1970), half of them changed since. */
export function generateEntries(count: number, now: number, device = 'mine'): ReadingEntry[] {
  return generatePapers(count, feedDayOf(now) ?? '', now).map((paper, index) => {
    const act = { now: now - index * 60_000, device };
    const { id, title, authors, publishedAt, repository, upvotes } = paper;
    const whenSaved = {
      at: act.now,
      cached: true,
      upvotes,
      hasCode: repository !== undefined,
      hasSummary: true,
    };
    const entry = newEntry({ id, title, authors, publishedAt, repository }, act, whenSaved);
    const change = changeOf(index);
    return change ? changeEntry(entry, change, act) : entry;
  });
}
