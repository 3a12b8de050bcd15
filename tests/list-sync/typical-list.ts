// A list as readers keep one: most of it still to be read, some of it done, tagged, starred, with a note now and then.
import { changeEntry, newEntry, removeEntry } from '../../lib/papers/entry-changes';
import type { ReadingEntry } from '../../lib/papers/reading-entry';

const tags = [
  'agents',
  'evaluation',
  'to cite',
  'thesis',
  'reading group',
  'vision',
  'decoding',
  'data',
  'safety',
];
const note = 'Compare with the second table; the baseline is weaker than it looks. Ask about the split.';
const hour = 3_600_000;

/** `count` entries, six hours between two of them; the same ones each time. Two machines took part. */
export function typicalList(count: number, begin = Date.UTC(2024, 0, 1)): ReadingEntry[] {
  return Array.from({ length: count }, (_, place) => {
    const device = place % 3 === 0 ? 'k3xa' : '9q0z';
    const now = begin + place * 6 * hour + ((place * 7_919) % hour);
    const month = `${23 + (Math.floor(place / 1_200) % 12)}${`${1 + (Math.floor(place / 100) % 12)}`.padStart(2, '0')}`;
    const id = `${month}.${`${1 + ((place * 37) % 20_000)}`.padStart(5, '0')}`;
    const later = { now: now + 40 * hour + place * 1_013, device };
    let entry = newEntry({ id, title: '', authors: [] }, { now, device });
    if (place % 3 === 1) entry = changeEntry(entry, { addTags: [tags[place % tags.length] ?? ''] }, later);
    if (place % 10 === 4) entry = changeEntry(entry, { addTags: [tags[place % 4] ?? ''] }, later);
    if (place % 5 < 2) entry = changeEntry(entry, { status: place % 5 === 0 ? 'done' : 'reading' }, later);
    if (place % 7 === 0) entry = changeEntry(entry, { stars: place % 14 === 0 ? 2 : 3 }, later);
    if (place % 10 === 3) entry = changeEntry(entry, { note: note.slice(0, 20 + (place % 70)) }, later);
    return place % 20 === 19 ? removeEntry(entry) : entry;
  });
}
