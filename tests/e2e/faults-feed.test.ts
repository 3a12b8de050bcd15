// What the reader sees when the feed misbehaves, and what is stored then: one fault after the other, each met by a press on "Refresh".
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { watchBackgroundMemory } from '../load/background-memory.mjs';
import { openSynced, type Papergloss } from './papergloss';
import { refreshButton, rows } from './popup-page';
import { countRows, putRow, readRows, removeRow } from './store-state';

interface Day {
  day: string;
  paperIds: string[];
  fetchedAt: number;
}

let papergloss: Papergloss;
let popup: Page;
let day: string;

beforeAll(async () => {
  papergloss = await openSynced();
  day = papergloss.web.feed.days[0] ?? '';
  popup = await papergloss.openOwn('popup');
  await rows(popup).first().waitFor();
});
afterAll(() => papergloss?.close());

/** Presses the button as soon as the last refresh has ended. */
async function refresh(): Promise<void> {
  await refreshButton(popup).click({ timeout: 60_000 });
}

const notice = () => popup.locator('.notice').first();

async function contents() {
  // Every refresh goes on with days from before the feed's first, which are empty.
  const days = (await readRows<Day>(popup, 'feedDays')).filter(({ paperIds }) => paperIds.length > 0);
  return {
    days: days.map(({ day: name, paperIds }) => [name, paperIds]),
    papers: await countRows(popup, 'papers'),
  };
}

/** As if time had gone by: the pause that the feed asked for is over, and the calls of the last minute are none of this one's. */
async function endPause(): Promise<void> {
  await papergloss.browser.stopBackground();
  await removeRow(popup, 'state', 'sync');
  await putRow(popup, 'state', { key: 'calls', value: [] });
}

/** Puts the fault in front of today, presses the button and waits for these words. Tells of what kind the notice is. */
async function meet(fault: Parameters<Papergloss['web']['faults']['always']>[0], words: string) {
  papergloss.web.faults.clear();
  papergloss.web.faults.always({ path: day, ...fault });
  await refresh();
  await notice().getByText(words).waitFor({ timeout: 30_000 });
  return notice().getAttribute('data-kind');
}

describe('the reader is told, and nothing that is stored goes, when the feed', () => {
  const elsewhere = 'https://www.arxiv.org/somewhere';
  const asDate = () => new Date(Date.now() + 1_800_000).toUTCString();

  it.each([
    ['cuts the connection half way', { kind: 'cut' }, 'failed', 'broke off'],
    ['cuts the connection at once', { kind: 'reset' }, 'offline', 'Hugging Face cannot be reached. This is'],
    // In the midst of the others, for what ends their pause forgets the calls of the last minute, too: all together make more than sixty.
    [
      'answers 429 with seconds',
      { status: 429, retryAfter: '1800' },
      'failed',
      'asks for fewer requests; again at',
    ],
    [
      'answers 429 with a date',
      { status: 429, retryAfter: asDate() },
      'failed',
      'asks for fewer requests; again at',
    ],
    ['sends on to another host', { kind: 'redirect', location: elsewhere }, 'failed', 'another address'],
    ['sends text of another kind', { kind: 'html' }, 'failed', 'A web page came'],
    ['lets its answer trickle', { kind: 'trickle' }, 'failed', 'took too long to answer'],
    ['answers 500', { status: 500 }, 'failed', 'status 500'],
    ['answers 502 with a page', { kind: 'html', status: 502 }, 'failed', 'status 502'],
  ] as const)('%s', async (_name, fault, kind, words) => {
    const before = await contents();
    expect(await meet(fault, words)).toBe(kind);
    expect(await contents()).toEqual(before);
    expect(papergloss.web.requests.filter(({ url }) => url === elsewhere)).toEqual([]);
    if ('retryAfter' in fault) await endPause();
  });

  it('sends 200 MB in 200 kB, of which no more than the limit is read', async () => {
    const before = await contents();
    const memory = await watchBackgroundMemory(papergloss.browser);
    expect(await meet({ kind: 'bomb' }, 'more than 20 MB')).toBe('failed');
    expect(await memory.stop()).toBeLessThan(120_000_000);
    expect(await contents()).toEqual(before);
  });
});

describe('a day', () => {
  const itemOf = (position: number, change: object = {}) => ({
    paper: {
      id: `${day.slice(2, 4)}${day.slice(5, 7)}.${10_000 + position}`,
      title: `Subject${position}`,
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      upvotes: 20_000 - position,
      ...change,
    },
  });
  const itemsOf = (count: number) => Array.from({ length: count }, (_, position) => itemOf(position));

  // What follows makes some fifty calls, and what was above has made its own.
  beforeAll(endPause);

  const storedToday = async () => (await readRows<Day>(popup, 'feedDays')).find((row) => row.day === day);

  /** Has the feed answer with these papers. Returns, once they are stored, what the day then has. */
  async function receive(items: object[]): Promise<string[]> {
    const before = (await storedToday())?.fetchedAt;
    papergloss.web.faults.clear();
    papergloss.web.faults.always({ path: day, kind: 'body', body: JSON.stringify(items) });
    await refresh();
    await until(async () => (await storedToday())?.fetchedAt !== before, 'the day to be stored', 30_000);
    return (await storedToday())?.paperIds ?? [];
  }

  const untilShown = (titles: string[]) =>
    expect.poll(() => rows(popup).locator('h3').allTextContents()).toEqual(titles);

  it('that shrinks is shown as it is now, and what has gone from it stays in the cache', async () => {
    expect(await receive(itemsOf(5))).toHaveLength(5);
    const before = await countRows(popup, 'papers');
    expect(await receive(itemsOf(2))).toHaveLength(2);
    await untilShown(['Subject0', 'Subject1']);
    expect(await countRows(popup, 'papers')).toBe(before);
  });

  it('whose identifiers change case, or get a version, has each paper once', async () => {
    for (const id of ['hep-th/9901001', 'HEP-TH/9901001', 'arXiv:hep-th/9901001V2']) {
      const title = `Told as ${id}`;
      expect(await receive([itemOf(0, { id, title })])).toEqual(['hep-th/9901001']);
      await untilShown([title]);
    }
  });

  it('whose fields change their type loses those, and is shown', async () => {
    await receive([itemOf(0)]);
    const odd = { upvotes: '5', authors: 'Ada', summary: 7, ai_keywords: { a: 1 }, githubRepo: [1] };
    expect(await receive([itemOf(0, odd)])).toHaveLength(1);
    await untilShown(['Subject0']);
    expect(await rows(popup).first().textContent()).not.toMatch(/object|undefined|NaN/);
  });

  it('of 10,000 papers is cut after 2,000, and the popup opens with it', async () => {
    expect(await receive(itemsOf(10_000))).toHaveLength(2_000);
    await popup.reload();
    await popup.getByText('Subject0', { exact: true }).first().waitFor({ timeout: 60_000 });
    await popup.getByText(/too many \(8.?000\)/).waitFor();
  }, 120_000);
});
