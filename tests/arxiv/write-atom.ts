// Writes papers as arXiv's API does, for tests of whoever reads it.
import type { ArxivPaper } from '../../lib/arxiv/arxiv-paper';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`).replace(/\r/g, '&#13;');

/** One entry; `version` of the address, none where it is 0. */
export function writeEntry(
  { id, title, abstract, authors, publishedAt, category }: ArxivPaper,
  version = 1,
): string {
  return [
    '<entry>',
    `<id>http://arxiv.org/abs/${id}${version ? `v${version}` : ''}</id>`,
    `<title>${escaped(title)}</title>`,
    `<summary>  ${escaped(abstract)}\n  </summary>`,
    '<link href="https://arxiv.org/abs/0000.0000" rel="alternate" type="text/html"/>',
    '<category term="q-fin.GN" scheme="http://arxiv.org/schemas/atom"/>',
    publishedAt && `<published>${publishedAt}T17:59:59Z</published>`,
    category && `<arxiv:primary_category term="${escaped(category)}"/>`,
    ...authors.map(
      (name) =>
        `<author><name>${escaped(name)}</name><arxiv:affiliation>Somewhere</arxiv:affiliation></author>`,
    ),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** What arXiv answers to an identifier that it takes for none. */
export function writeComplaint(complaint: string): string {
  const anchor = escaped(complaint.replaceAll(' ', '_'));
  return `<entry><id>https://arxiv.org/api/errors#${anchor}</id><title>Error</title><summary>${escaped(complaint)}</summary></entry>`;
}

/** A whole answer. */
export function writeFeed(entries: readonly string[], total = entries.length): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query: search_query=&amp;id_list=0000.0000</title>
  <opensearch:totalResults>${total}</opensearch:totalResults>
${entries.join('\n')}
</feed>`;
}
