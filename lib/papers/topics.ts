// What many papers are about, by their keywords. Pure: papers in, topics out.
import { keywordKey } from './folded-words';
import type { Paper } from './paper';
import type { Topic } from './topic';

/** As many bars as one takes in at a glance. */
export const maxTopics = 10;

interface Gathered {
  papers: number;
  upvotes: number;
  /** How many papers write it how. */
  spellings: Map<string, number>;
}

/**
 * The topics of papers by their upvotes together, most first, equal ones by name; at most `maxTopics`. What stands in one paper only is
 * none, unless there would be fewer than that without it. A keyword a paper names twice counts once.
 */
export function topicsOf(papers: readonly Pick<Paper, 'keywords' | 'upvotes'>[]): Topic[] {
  const gathered = new Map<string, Gathered>();
  for (const { keywords, upvotes = 0 } of papers) {
    for (const [key, spelling] of new Map(keywords.map((keyword) => [keywordKey(keyword), keyword]))) {
      if (!key) continue;
      const topic = gathered.get(key) ?? { papers: 0, upvotes: 0, spellings: new Map<string, number>() };
      topic.papers += 1;
      topic.upvotes += upvotes;
      topic.spellings.set(spelling, (topic.spellings.get(spelling) ?? 0) + 1);
      gathered.set(key, topic);
    }
  }
  const topics = [...gathered.values()]
    .map(({ spellings, ...sums }): Topic => ({ keyword: commonest(spellings), ...sums }))
    .sort((one, other) => other.upvotes - one.upvotes || compare(one.keyword, other.keyword));
  const shared = topics.filter((topic) => topic.papers > 1);
  return (shared.length >= maxTopics ? shared : topics).slice(0, maxTopics);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function commonest(spellings: Map<string, number>): string {
  const [first] = [...spellings].sort(([one, a], [other, b]) => b - a || compare(one, other));
  return first?.[0] ?? '';
}
