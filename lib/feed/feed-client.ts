// The Hugging Face Daily Papers feed: a day's papers, or one paper. Knows addresses and paging; stores nothing.
import type { FeedDay, Paper } from '../papers/paper';
import { FeedError } from './feed-error';
import { type ParsedItems, parseFeedItems } from './feed-schema';
import { type CallDeps, createJsonGetter } from './get-json';

export interface FeedClient {
  /**
   * All papers of a day in the order of the feed, with the items that could not be read. A day the feed does not have is empty.
   * Rejects with FeedError, or with the signal's reason when aborted.
   */
  day(day: FeedDay, signal?: AbortSignal): Promise<ParsedItems>;
  /** One paper by its id; undefined when the feed does not have it. Rejects as `day` does. */
  paper(id: string, signal?: AbortSignal): Promise<Paper | undefined>;
}

/** The most the feed gives at once. */
const pageSize = 100;

/** A list that goes on after this is no day. */
const maxPages = 20;

export function createFeedClient({ origin, ...deps }: CallDeps & { origin: string }): FeedClient {
  const getJson = createJsonGetter(deps);

  /** Undefined instead of an error when the feed answers with one of `statuses`: it does not have what was asked. */
  async function getIfThere(path: string, statuses: number[], signal?: AbortSignal) {
    try {
      return await getJson(new URL(path, origin).href, signal);
    } catch (error) {
      if (error instanceof FeedError && statuses.includes(error.status ?? 0)) return undefined;
      throw error;
    }
  }

  return {
    async day(day, signal) {
      const papers = new Map<string, Paper>();
      const rejected: ParsedItems['rejected'] = [];
      for (let page = 0; page < maxPages; page++) {
        const path = `/api/daily_papers?date=${encodeURIComponent(day)}&limit=${pageSize}&p=${page}`;
        // A day in the future is refused with 400.
        const answer = await getIfThere(path, [400, 404], signal);
        if (!answer) break;
        const parsed = parseFeedItems(answer.json);
        const notAList = parsed.rejected.find(({ index }) => index < 0);
        if (notAList)
          throw new FeedError('format', `The feed answered with something else: ${notAList.reason}.`);

        const known = papers.size;
        for (const paper of parsed.papers) papers.set(paper.id, paper);
        rejected.push(...parsed.rejected.map((item) => ({ ...item, index: item.index + page * pageSize })));
        const full = Array.isArray(answer.json) && answer.json.length >= pageSize;
        if (papers.size === known || !(full || answer.next)) break;
      }
      const [first] = rejected;
      if (first && papers.size === 0) {
        throw new FeedError('format', `Not one paper of the day could be read: ${first.reason}.`);
      }
      return { papers: [...papers.values()], rejected };
    },

    async paper(id, signal) {
      const answer = await getIfThere(`/api/papers/${encodeURIComponent(id)}`, [404], signal);
      if (!answer) return undefined;
      const { papers, rejected } = parseFeedItems([answer.json]);
      const [paper] = papers;
      if (paper?.id === id) return paper;
      const reason = rejected[0]?.reason ?? `another paper came, ${paper?.id}`;
      throw new FeedError('format', `The paper could not be read: ${reason}.`);
    },
  };
}
