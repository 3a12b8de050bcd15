// Everything Papergloss ever asks anybody for, feature by feature: when, whom, and what the request names. README says the same in its
// table; the tour of privacy-tour.test.ts finds nothing else. A new kind of request is a new row here, or it is a defect.

export interface RequestsOfFeature {
  feature: string;
  /** What brings the request about. */
  when: string;
  /** The address of every such request, whole. */
  address: RegExp;
  /** What of the reader's can be learned from it. */
  names: string;
}

const day = String.raw`\d{4}-\d\d-\d\d`;
const id = String.raw`(?:\d{4}\.\d{4,5}|[\w.-]+%2F\d{7})`;
const pages = String.raw`&limit=100&p=\d+`;
const feed = String.raw`^https://huggingface\.co/api`;

export const requestsOfFeatures = {
  days: {
    feature: 'Days of the feed',
    when: 'by itself',
    address: new RegExp(`${feed}/daily_papers\\?date=${day}${pages}$`),
    names: 'a day',
  },
  lists: {
    feature: 'Week, month, trending',
    when: 'you open the view',
    address: new RegExp(
      `${feed}/daily_papers\\?(?:week=\\d{4}-W\\d\\d|month=\\d{4}-\\d\\d|sort=trending)${pages}$`,
    ),
    names: 'a week or a month, or nothing',
  },
  lookUp: {
    feature: 'Look up on Hugging Face',
    when: 'you press it',
    address: new RegExp(`${feed}/papers/${id}$`),
    names: 'that paper',
  },
  lookUpUncached: {
    feature: 'Look up papers that are not cached (off at first)',
    when: 'you open a page about one paper',
    address: new RegExp(`${feed}/papers/${id}$`),
    names: 'that paper',
  },
  search: {
    feature: 'Search Hugging Face',
    when: 'you press it',
    address: new RegExp(`${feed}/papers/search\\?q=[^&]+$`),
    names: 'the words you typed',
  },
  details: {
    feature: 'Titles for the reading list',
    when: 'you save or import a paper that is not cached',
    address: /^https:\/\/export\.arxiv\.org\/api\/query\?id_list=[^&]+&max_results=\d+$/,
    names: 'the papers you saved or imported',
  },
  thumbnails: {
    feature: 'Small pictures in lists (off at first)',
    when: 'you open a list',
    address: new RegExp(`^https://cdn-thumbnails\\.huggingface\\.co/social-thumbnails/papers/${id}\\.png$`),
    names: 'the papers of the list',
  },
  zotero: {
    feature: 'Send to Zotero',
    when: 'you press it',
    address: /^http:\/\/127\.0\.0\.1:23119\/connector\/(?:ping|saveItems)$/,
    names: 'the papers you send, to a program on your machine',
  },
} satisfies Record<string, RequestsOfFeature>;
