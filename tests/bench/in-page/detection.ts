// Finding mentions among ten thousand links, against one bare query and against reading the address of each. Runs in a page without
// the extension.
import { siteAdapters } from '../../../lib/sites/registry';
import { interleave } from '../interleave.mjs';

const links = 10_000;

/** As the page of a repository with a long README and many comments names things; every tenth each. */
const addresses: ((index: number) => string)[] = [
  (n) =>
    `https://arxiv.org/${n % 3 ? 'abs' : 'pdf'}/24${String(1 + (n % 12)).padStart(2, '0')}.${10_000 + n}`,
  (n) => `https://github.com/owner-${n % 700}/name-${n}/issues/${n}`,
  (n) => `https://www.example.org/posts/${n}/a-page-about-something-else?from=list#part-${n}`,
  (n) => `https://docs.example.com/en/latest/section-${n % 80}/page-${n}.html`,
  (n) => `/owner/name/blob/main/source/file-${n}.py`,
  (n) => `#heading-${n}`,
  (n) => `https://pypi.example.net/project/package-${n}/`,
  (n) => `../wiki/page-${n}`,
  (n) => `https://doi.example.org/10.1000/${n}`,
  (n) => `https://img.example.io/badge/version-${n}-blue.svg`,
];

function linkElement(index: number): HTMLAnchorElement {
  const link = document.createElement('a');
  // One further for every paragraph of each part, so that every part gets all kinds.
  const kind = (index + Math.floor(index / 50)) % addresses.length;
  link.setAttribute('href', addresses[kind]?.(index) ?? '');
  link.textContent = `link ${index}`;
  return link;
}

/** Links in paragraphs and lists of five: nine of ten in rendered markdown, the others around it. */
export function drawLinks(): void {
  const sidebar = document.createElement('div');
  sidebar.className = 'Layout-sidebar';
  sidebar.append(Object.assign(document.createElement('div'), { className: 'BorderGrid' }));
  const parents = Array.from({ length: 10 }, (_, position) => {
    const part = document.createElement(position === 0 ? 'nav' : 'article');
    if (position > 0) part.className = 'markdown-body entry-content';
    return part;
  });
  const perBlock = 5;
  for (let index = 0; index < links; index += perBlock) {
    const block = document.createElement(index % 3 ? 'p' : 'li');
    for (let inBlock = 0; inBlock < perBlock; inBlock++) {
      block.append('some words before ', linkElement(index + inBlock), ' and after');
    }
    parents[(index / perBlock) % parents.length]?.append(block);
  }
  document.body.replaceChildren(...parents, sidebar);
}

const address = new URL('https://github.com/owner/name');
const active = siteAdapters.filter((adapter) => adapter.isActive(address));

function detect(): number {
  return active.reduce((sum, adapter) => sum + adapter.findMentions(document, address).length, 0);
}

/** Something is made of each address, so that no engine may leave the reading out. */
function readAll(): number {
  let length = 0;
  for (const link of document.links) length += link.href.length;
  return length;
}

function query(): number {
  return document.querySelectorAll('a[href*="arxiv.org"], a[href*="github.com"]').length;
}

function timeOf(work: () => number, times: number): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) work();
  return (performance.now() - start) / times;
}

/** So that the figures are about something. */
export function counts(): { links: number; mentions: number; adapters: string[] } {
  return { links: document.links.length, mentions: detect(), adapters: active.map(({ id }) => id) };
}

/** ms, each time in a document the script has just come to: as a content script meets its page. */
export const firstDetection = () => timeOf(detect, 1);
export const firstReading = () => timeOf(readAll, 1);
export const firstQuery = () => timeOf(query, 1);

/** ms for each round, with compiled code: as a page that is watched. */
export const repeated = (rounds: number) =>
  interleave(
    {
      detection: () => timeOf(detect, 5),
      reading: () => timeOf(readAll, 5),
      query: () => timeOf(query, 5),
    },
    { rounds, warmUp: 5 },
  );
