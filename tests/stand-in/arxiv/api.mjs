// @ts-check
// The stand-in for arXiv's API (`/api/query?id_list=`): Atom as the real one writes it, for papers of the feed and a few made-up ones
// no feed has. What the real one does and nobody expects is done here, too: ten papers unless the call says how many, in an order of
// its own; and one malformed identifier costs the whole answer.

/** @typedef {{ id: string, title: string, authors: string[], abstract: string, publishedAt: string, category: string }} ApiPaper */

/** Papers arXiv has and the feed does not; numbers their months never reached. @type {readonly ApiPaper[]} */
export const papersOutsideFeed = [
  {
    id: '1706.39001',
    title: 'All You Need Is Patience: Waiting & Listening in < 3 Seconds',
    authors: ['Ada Lindqvist', 'Zoë Brontë-Ngũgĩ'],
    abstract: 'We wait three seconds between two questions and show that nothing is lost by it.',
    publishedAt: '2017-06-12',
    category: 'cs.CL',
  },
  {
    id: '2401.39002',
    title: '等待的艺术: A Study of Queues',
    authors: ['李雪', 'Bao Tran', 'Chidi Eze'],
    abstract: 'Queues are found to be shorter where nobody pushes.',
    publishedAt: '2024-01-15',
    category: 'stat.ML',
  },
  {
    id: '1403.9903',
    title: 'Sparse Readers in Dense Rooms',
    authors: ['Dora Novak'],
    abstract: 'A short note on reading where others talk.',
    publishedAt: '2014-03-31',
    category: 'cs.IR',
  },
  {
    id: 'math/0309904',
    title: 'On the Number of Unread Papers',
    authors: ['Greta Holm', 'Farid Rahimi'],
    abstract: 'It grows. We prove that it does so at least linearly.',
    publishedAt: '2003-09-20',
    category: 'math.CO',
  },
];

/** The forms of identifiers the API takes, with or without a version. */
const identifier = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** Titles come with the line breaks of the submission. @param {string} text */
const wrapped = (text) => escaped(text).replace(/(.{30,}?) /g, '$1\n  ');

/** @param {ApiPaper} paper */
const entryOf = ({ id, title, authors, abstract, publishedAt, category }) => `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <title>${wrapped(title)}</title>
    <updated>${publishedAt}T18:00:00Z</updated>
    <link href="https://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${id}v2" rel="related" type="application/pdf" title="pdf"/>
    <summary>  ${wrapped(abstract)}
    </summary>
    <category term="${category}" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.DL" scheme="http://arxiv.org/schemas/atom"/>
    <published>${publishedAt}T09:30:00Z</published>
    <arxiv:comment>Made up for the stand-in web</arxiv:comment>
    <arxiv:primary_category term="${category}"/>
${authors.map((name) => `    <author>\n      <name>${escaped(name)}</name>\n    </author>`).join('\n')}
  </entry>`;

/** @param {string} id */
const errorEntry = (id) => `  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_${escaped(id)}</id>
    <title>Error</title>
    <summary>incorrect id format for ${escaped(id)}</summary>
    <updated>2026-06-12T00:00:00Z</updated>
    <link href="https://arxiv.org/api/errors#incorrect_id_format_for_${escaped(id)}" rel="alternate" type="text/html"/>
    <author>
      <name>arXiv api core</name>
    </author>
  </entry>`;

/** @param {string} query @param {readonly string[]} entries @param {number} total @param {number} perPage */
const feedOf = (query, entries, total, perPage) => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/stand-in</id>
  <title>arXiv Query: ${escaped(query)}</title>
  <updated>2026-06-12T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?${escaped(query)}" type="application/atom+xml"/>
  <opensearch:itemsPerPage>${perPage}</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.join('\n')}
</feed>
`;

/** @param {import('../papers.mjs').Papers} papers @param {string} id @returns {ApiPaper | undefined} undefined where arXiv has none */
function find(papers, id) {
  const outside = papersOutsideFeed.find((paper) => paper.id === id);
  if (outside) return outside;
  const paper = papers.find(id);
  if (!paper || paper.from === 'made-up') return undefined;
  return { ...paper, publishedAt: paper.submittedAt.slice(0, 10), category: 'cs.LG' };
}

/**
 * Answers one call; what `faults` have for it comes first (`path: '/api/query'` names it).
 * @param {object} options
 * @param {import('../papers.mjs').Papers} options.papers
 * @param {import('../faults.mjs').Faults} [options.faults]
 * @param {URL} url
 * @param {import('node:http').ServerResponse} response
 */
export function answerQuery({ papers, faults }, url, response) {
  if (faults?.inject(url.pathname + url.search, response)) return;
  const ids = (url.searchParams.get('id_list') ?? '').split(',').filter(Boolean);
  const most = Number(url.searchParams.get('max_results') ?? 10);
  const query = String(url.searchParams);
  const malformed = ids.find((id) => !identifier.test(id));
  const found = [...new Set(ids)].flatMap((id) => find(papers, id.replace(/v\d+$/, '')) ?? []);
  const newestFirst = found.sort((one, other) => other.publishedAt.localeCompare(one.publishedAt));
  const feed =
    malformed === undefined
      ? feedOf(query, newestFirst.slice(0, most).map(entryOf), found.length, most)
      : feedOf(query, [errorEntry(malformed)], 1, 1);
  response.writeHead(malformed === undefined ? 200 : 400, {
    'content-type': 'application/atom+xml; charset=utf-8',
  });
  response.end(feed);
}
