// @ts-check
// What the stand-in pages know about papers: from the feed days, from the starter feed, or made up. The same paper always says
// the same, so that two visits show one page.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} PagePaper
 * @property {string} id without version
 * @property {string} title
 * @property {string[]} authors
 * @property {string} abstract
 * @property {string} submittedAt ISO 8601
 * @property {string} [repository] `owner/name`
 * @property {'feed' | 'starter' | 'made-up'} from
 *
 * @typedef {object} Papers
 * @property {(id: string) => PagePaper | undefined} find any possible identifier has a paper; impossible ones have none
 * @property {(count: number) => PagePaper[]} newest papers of the feed, newest day first
 * @property {(slug: string) => PagePaper[]} ofRepository papers whose code this is
 */

const starterFeed = fileURLToPath(new URL('../../public/starter-feed.json', import.meta.url));

/** New identifiers since 2007-04 (four digits until 2014, five since), and the old ones with their archive. */
const newForm = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})$/;
const oldForm = /^[a-z-]+(?:\.[A-Z]{2})?\/(\d{2})(0[1-9]|1[0-2])\d{3}$/;

/** @param {string} id @returns {string | undefined} the month it was given out, `YYYY-MM`; undefined for impossible ones */
function monthOf(id) {
  const [, year = '', month = '', number = ''] = newForm.exec(id) ?? [];
  if (number !== '') {
    const isPossible = `${year}${month}` >= '0704' && number.length === (Number(year) >= 15 ? 5 : 4);
    return isPossible ? `20${year}-${month}` : undefined;
  }
  const [, oldYear, oldMonth] = oldForm.exec(id) ?? [];
  if (oldYear === undefined) return undefined;
  return `${Number(oldYear) >= 91 ? 19 : 20}${oldYear}-${oldMonth}`;
}

const subjects = [
  'Sparse Readers',
  'Slow Clocks',
  'Layered Maps',
  'Quiet Channels',
  'Folded Graphs',
  'Patient Agents',
];
const deeds = [
  'On the Limits of',
  'A Second Look at',
  'Learning with',
  'Counting',
  'Fast Paths through',
  'Notes on',
];
const surroundings = ['Long Documents', 'Noisy Rooms', 'Small Budgets', 'Changing Worlds', 'Open Fields'];
const people = [
  'Ada Lindqvist',
  'Bao Tran',
  'Chidi Eze',
  'Dora Novak',
  'Elif Demir',
  'Farid Rahimi',
  'Greta Holm',
];

/** @param {string} id @param {string} month @returns {PagePaper} */
function makeUp(id, month) {
  let seed = 0;
  for (const character of id) seed = (seed * 31 + character.charCodeAt(0)) % 9973;
  /** @param {string[]} list @param {number} step */
  const pick = (list, step) => list[(seed + step) % list.length] ?? '';
  const subject = pick(subjects, 0);
  const place = pick(surroundings, 2);
  return {
    id,
    title: `${pick(deeds, 1)} ${subject} in ${place}`,
    authors: [pick(people, 0), pick(people, 2), pick(people, 5)],
    abstract: `We ask what ${subject.toLowerCase()} can and cannot do in ${place.toLowerCase()}. A simple model explains most of what is seen, three experiments show where it breaks, and a short proof says why. The text of this abstract was made up for the stand-in web.`,
    submittedAt: `${month}-15T09:30:00.000Z`,
    from: 'made-up',
  };
}

/** @param {import('./feed-days.mjs').FeedItem} item @returns {PagePaper} */
function fromFeed({ paper, title, publishedAt }) {
  return {
    id: paper.id,
    title: title || paper.title,
    authors: (paper.authors ?? []).map(({ name }) => name),
    abstract: paper.summary,
    submittedAt: paper.publishedAt ?? publishedAt ?? '2026-01-01T00:00:00.000Z',
    repository: slugOf(paper.githubRepo),
    from: 'feed',
  };
}

/** @param {string | undefined} address @returns {string | undefined} `owner/name` of a GitHub address */
export const slugOf = (address) =>
  /github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/?#]|$)/.exec(address ?? '')?.[1];

/**
 * The starter feed has no abstracts, so the page shows its summary and says that the rest is made up.
 * @returns {PagePaper[]}
 */
function readStarter() {
  /** @type {{ papers: { id: string, title: string, authors: string[], publishedAt?: string, summary: string, repository?: string }[] }} */
  const starter = JSON.parse(readFileSync(starterFeed, 'utf8'));
  return starter.papers.map(({ id, title, authors, publishedAt, summary, repository }) => ({
    id,
    title,
    authors,
    abstract: `${summary} This stand-in abstract says no more than that; the real one is on the real page.`,
    submittedAt: `${publishedAt ?? '2026-01-01'}T12:00:00.000Z`,
    repository,
    from: 'starter',
  }));
}

/** @param {import('./feed-days.mjs').FeedDays} feed @returns {Papers} */
export function openPapers(feed) {
  const starter = readStarter();

  /** @param {number} count */
  function newest(count) {
    const papers = [];
    for (const item of feed.all()) {
      if (papers.length === count) break;
      papers.push(fromFeed(item));
    }
    return papers;
  }

  return {
    newest,
    find(id) {
      const month = monthOf(id);
      if (month === undefined) return undefined;
      const item = feed.find(id);
      if (item) return fromFeed(item);
      return starter.find((paper) => paper.id === id) ?? makeUp(id, month);
    },
    ofRepository(slug) {
      const wanted = slug.toLowerCase();
      const listed = [...feed.all()].map(fromFeed);
      return [...listed, ...starter].filter(({ repository }) => repository?.toLowerCase() === wanted);
    },
  };
}
