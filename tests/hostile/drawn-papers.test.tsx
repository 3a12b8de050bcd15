// @vitest-environment happy-dom
// What is drawn of a hostile feed, surface by surface: the same elements and attributes as of a plain paper, links that lead where they
// should, and every text of the feed in an element of its own, so that none turns the others around.
import 'fake-indexeddb/auto';
import { act, cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PaperBadge } from '../../components/card/PaperBadge';
import { PaperCard } from '../../components/card/PaperCard';
import { LibraryRow, type RowActs } from '../../components/library/LibraryRow';
import { PaperRow } from '../../components/paper-row/PaperRow';
import type { StoredPaper } from '../../lib/papers/paper';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { toCardData } from '../../lib/papers/to-card-data';
import { storeFeedDay } from '../../lib/store/feed-days';
import { readPaperDetails } from '../../lib/store/paper-details';
import { savePapers } from '../../lib/store/reading-list';
import { at, newDatabase, now, paper } from '../store/stored-papers';
import { hostileStore } from './hostile-store';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Happens on no surface of this test: nothing is pressed. */
const nothing = () => {};
const cardActs = {
  onToggleSaved: nothing,
  onStatus: nothing,
  onCopy: nothing,
  onOpenLibrary: nothing,
  onCloseSite: nothing,
};
const rowActs = new Proxy({} as RowActs, { get: () => nothing });

interface Shown {
  paper: StoredPaper;
  entry: ReadingEntry;
  details: Awaited<ReturnType<typeof readPaperDetails>>;
}

async function readAll(db: ReturnType<typeof newDatabase>): Promise<Shown[]> {
  const papers = await db.papers.toArray();
  const { entries } = await savePapers(
    db,
    papers.map(({ id }) => id),
    at(now),
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return Promise.all(
    papers.map(async (stored) => ({
      paper: stored,
      entry: byId.get(stored.id) as ReadingEntry,
      details: await readPaperDetails(db, stored.id),
    })),
  );
}

/** Everything but what was given, which the hostile papers may lack. */
async function plainPapers(): Promise<Shown[]> {
  const db = newDatabase();
  const full = {
    abstract: 'An abstract.',
    summary: 'A summary.',
    authors: Array.from({ length: 40 }, (_, number) => `Author ${number}`),
    keywords: ['one', 'two'],
    organization: 'A Lab',
    repository: 'owner/name',
    stars: 12,
    upvotes: 4,
    comments: 3,
    projectPage: 'https://project.example.org/',
    thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.00001.png',
    publishedAt: '2026-06-01',
    day: '2026-06-12',
  };
  const papers = [
    paper('2606.00001', full),
    paper('2606.00002', { ...full, summary: undefined }),
    paper('2606.00003'),
  ];
  await storeFeedDay(db, { day: '2026-06-12', papers, rejected: 0, fetchedAt: now });
  return readAll(db);
}

const library = (entry: ReadingEntry) => (
  <ol>
    <LibraryRow
      {...{
        entry,
        facts: undefined,
        open: {},
        selected: false,
        today: '2026-06-12',
        tags: [],
        readOnly: false,
        acts: rowActs,
      }}
      {...{ index: 0, of: 1, top: 0, measure: nothing }}
    />
  </ol>
);

const row = ({ paper: stored, details }: Shown) => (
  <ol>
    <PaperRow
      paper={stored}
      saved={false}
      open
      thumbnails
      readDetails={async () => details}
      onToggleOpen={nothing}
      onToggleSaved={nothing}
    />
  </ol>
);

/** Summary of the abstract, badge and card beside an abstract: what a page of the web gets of it. */
const inPage = ({ paper: stored }: Shown) => {
  const card = toCardData(stored, []);
  return (
    <>
      <PaperCard {...{ card, place: 'wide', ...cardActs }} />
      <PaperCard {...{ card, place: 'narrow', ...cardActs }} />
      <PaperBadge {...{ card, open: false, onOpen: nothing, ...cardActs }} />
    </>
  );
};

const surfaces: [name: string, draw: (shown: Shown) => ComponentChildren][] = [
  ['cards and badges', inPage],
  ['opened rows of a list', row],
  ['rows of the library', ({ entry }) => library(entry)],
];

let hostile: Shown[];
let plain: Shown[];
beforeAll(async () => {
  [hostile, plain] = await Promise.all([hostileStore().then(readAll), plainPapers()]);
});

const known =
  /^https:\/\/(?:arxiv\.org\/(?:abs|pdf)\/\d{4}\.\d{5}|huggingface\.co\/papers\/\d{4}\.\d{5}|github\.com\/[\w.-]+\/[\w.-]+)$/;

interface Drawn {
  names: Set<string>;
  links: string[];
  titles: string[];
  /** Titles that share the direction of what is around them. */
  loose: string[];
}

/** Draws one paper after the other: a DOM made for tests grows slow with its size. */
async function drawn(draw: (shown: Shown) => ComponentChildren, papers: Shown[]): Promise<Drawn> {
  const all: Drawn = { names: new Set(), links: [], titles: [], loose: [] };
  for (const shown of papers) {
    const { container } = render(<div>{draw(shown)}</div>);
    // What is read is there a moment later.
    await act(async () => {});
    for (const element of container.querySelectorAll('*')) {
      const { localName, attributes } = element;
      all.names.add(localName);
      for (const { name } of attributes) all.names.add(`${localName}[${name}]`);
      if (localName === 'a') all.links.push(element.getAttribute('href') ?? '');
      if (!element.matches('h2, h3, .title')) continue;
      all.titles.push(element.textContent ?? '');
      if (!element.closest('[dir="auto"], bdi')) all.loose.push(element.textContent ?? '');
    }
    cleanup();
  }
  return all;
}

describe.each(surfaces)('%s', (_name, draw) => {
  let ours: Drawn;
  let theirs: Drawn;
  beforeAll(async () => {
    ours = await drawn(draw, plain);
    theirs = await drawn(draw, hostile);
  });

  it('consist of the same elements and attributes as those of plain papers', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(500);
    expect([...theirs.names].filter((name) => !ours.names.has(name))).toEqual([]);
  });

  it('link to arXiv, Hugging Face, GitHub and the paper’s own page, over https', () => {
    const pages = new Set(hostile.map((shown) => shown.paper.projectPage));
    expect(theirs.links.length).toBeGreaterThan(500);
    expect(theirs.links.filter((href) => !known.test(href) && !pages.has(href))).toEqual([]);
  });

  it('give every title a direction of its own', () => {
    const titles = new Set(hostile.map((shown) => shown.paper.title));
    expect(theirs.titles.filter((title) => titles.has(title)).length).toBeGreaterThanOrEqual(500);
    expect(theirs.loose).toEqual([]);
  });
});
