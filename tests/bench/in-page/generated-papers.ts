// Papers like those of the feed in number and size, made up and the same in every run.
import { addDays, isWeekday } from '../../../lib/papers/feed-day';
import type { FeedDay, StoredPaper } from '../../../lib/papers/paper';
import { toStoredPaper } from '../../../lib/store/papers';

export const papersADay = 40;

/** Marsaglia's xorshift with 32 bits: numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(20_241_223);

const upTo = (count: number) => Math.floor(random() * count);

const syllables =
  'ba co di fu gen hal in jo kul lem mo nar op pre quo res sta tor un vel wis xen yor zim'.split(' ');

const words = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 2 + upTo(4) }, () => syllables[upTo(syllables.length)]).join(''),
);

/** As in any language: the second word is half as frequent as the first, the third a third, and so on (Zipf). */
const anyWord = () => words[Math.floor(words.length ** random()) - 1];

function text(length: number): string {
  let line = '';
  while (line.length < length) line += `${anyWord()} `;
  return `${line.slice(0, length - 1)}.`;
}

/** As in the feed some keywords are everywhere and most are rare. */
const keyword = () => `${words[Math.floor(random() ** 3 * 1_500)]} ${words[upTo(4)]}`;

/** From the newest weekday on, newest first. */
export function feedDaysBack(today: FeedDay, count: number): FeedDay[] {
  const days: FeedDay[] = [];
  for (let day = today; days.length < count; day = addDays(day, -1)) if (isWeekday(day)) days.push(day);
  return days;
}

/** `count` papers, 40 on each weekday back from `today`: abstracts of 1,200 characters, 8 keywords, two of five with a repository. */
export function generatePapers(count: number, today: FeedDay, now: number): StoredPaper[] {
  const days = feedDaysBack(today, Math.ceil(count / papersADay));
  return Array.from({ length: count }, (_, index) => {
    const month = `${20 + Math.floor(index / 12_000)}${String(1 + (index % 12)).padStart(2, '0')}`;
    const rank = 1 + (index % papersADay);
    const paper = {
      id: `${month}.${10_000 + index}`,
      title: text(40 + upTo(60)),
      abstract: text(1_200),
      authors: Array.from({ length: 1 + upTo(12) }, () => `${text(8)} ${text(10)}`),
      publishedAt: days[Math.floor(index / papersADay)],
      day: days[Math.floor(index / papersADay)],
      upvotes: 200 - rank,
      comments: upTo(9),
      summary: text(160),
      keywords: Array.from({ length: 8 }, keyword),
      organization: text(18),
      ...(index % 5 < 2 && { repository: `Owner-${index % 3_000}/Name-${index}`, stars: upTo(5_000) }),
    };
    return { ...toStoredPaper(paper, 'feed', now), rank, rankOf: papersADay };
  });
}
