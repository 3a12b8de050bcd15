// The Hugging Face Daily Papers feed: a day's papers, its own lists, one paper, or what its search finds. Knows addresses and paging;
// stores nothing.
import { maxQueryLength } from '../messages/protocol';
import { type FeedListQuery, feedListName } from '../papers/list-query';
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
  /**
   * The first 300 papers of a week, a month or what is trending, in the order of the feed. A period the feed does not have is empty.
   * Rejects as `day` does.
   */
  list(query: FeedListQuery, signal?: AbortSignal): Promise<ParsedItems>;
  /** One paper by its id; undefined when the feed does not have it. Rejects as `day` does. */
  paper(id: string, signal?: AbortSignal): Promise<Paper | undefined>;
  /**
   * The first papers of the feed's own search, best first, at most 20. A query without a word asks nobody and finds nothing; a
   * longer one than `maxQueryLength` is cut there. Rejects as `day` does, and where the feed refuses the query: that is no answer.
   */
  search(query: string, signal?: AbortSignal): Promise<Paper[]>;
}

/** The most the feed gives at once. */
const pageSize = 100;

/** A list that goes on after this is no day. */
const maxPagesOfDay = 20;

/** Each page is a request, a month has nine or ten of them and trending has no end: nobody reads beyond the third. */
const maxPagesOfList = 3;

/** What a reader looks through; the feed finds something for nearly every query. */
const maxFound = 20;

/** @throws FeedError where the answer is no list */
function readList(json: unknown): ParsedItems {
  const parsed = parseFeedItems(json);
  const notAList = parsed.rejected.find(({ index }) => index < 0);
  if (notAList) throw new FeedError('format', `The feed answered with something else: ${notAList.reason}.`);
  return parsed;
}

/** @throws FeedError where nothing of `what` could be read although something came */
function expectPapers({ papers, rejected: [first] }: ParsedItems, what: string): void {
  if (first && papers.length === 0) {
    throw new FeedError('format', `Not one paper of the ${what} could be read: ${first.reason}.`);
  }
}

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

  /** Reads pages until one brings nothing new, is the last, or is the `maxPages`-th. */
  async function readPages(
    search: string,
    { maxPages, what, signal }: { maxPages: number; what: string; signal?: AbortSignal },
  ): Promise<ParsedItems> {
    const papers = new Map<string, Paper>();
    const rejected: ParsedItems['rejected'] = [];
    const most = maxPages * pageSize;
    for (let page = 0; page < maxPages; page++) {
      const path = `/api/daily_papers?${search}&limit=${pageSize}&p=${page}`;
      // A day in the future is refused with 400.
      const answer = await getIfThere(path, [400, 404], signal);
      if (!answer) break;
      const parsed = readList(answer.json);
      const known = papers.size;
      for (const paper of parsed.papers) {
        // A page may hold more than was asked for.
        if (papers.size < most || papers.has(paper.id)) papers.set(paper.id, paper);
        else rejected.push({ index: most, id: paper.id, reason: `the ${what} is cut after ${most} papers` });
      }
      rejected.push(...parsed.rejected.map((item) => ({ ...item, index: item.index + page * pageSize })));
      const full = Array.isArray(answer.json) && answer.json.length >= pageSize;
      if (papers.size === known || papers.size === most || !(full || answer.next)) break;
    }
    const read = { papers: [...papers.values()], rejected };
    expectPapers(read, what);
    return read;
  }

  return {
    day: (day, signal) =>
      readPages(`date=${encodeURIComponent(day)}`, { maxPages: maxPagesOfDay, what: 'day', signal }),

    list(query, signal) {
      const search = query.view === 'trending' ? 'sort=trending' : feedListName(query);
      return readPages(search, { maxPages: maxPagesOfList, what: 'list', signal });
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

    async search(query, signal) {
      const q = query.trim().slice(0, maxQueryLength);
      if (q === '') return [];
      const address = new URL(`/api/papers/search?${new URLSearchParams({ q })}`, origin);
      const found = readList((await getJson(address.href, signal)).json);
      expectPapers(found, 'answer');
      return found.papers.slice(0, maxFound);
    },
  };
}
