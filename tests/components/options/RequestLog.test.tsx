// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RequestLog } from '../../../components/options/RequestLog';
import type { RequestRecord } from '../../../lib/store/request-log';

afterEach(cleanup);

const feed: RequestRecord = {
  at: new Date(2026, 10, 24, 7, 5, 9).getTime(),
  method: 'GET',
  url: 'https://huggingface.co/api/daily_papers?date=2026-11-24&limit=100',
  purpose: 'feed',
  status: 200,
};

const cells = () => screen.getAllByRole('cell').map(({ textContent }) => textContent);

function show(requests: RequestRecord[] | undefined, lookUpUncached = false) {
  return render(<RequestLog {...{ requests, lookUpUncached }} />);
}

describe('the log of requests', () => {
  it('says when, what for, where to and what came of it', () => {
    show([feed]);
    const [time, ...others] = cells();
    expect(time).toMatch(/Nov 24.*7:05:09/);
    expect(others).toEqual(['Daily Papers', `GET ${feed.url}`, 'Answered: 200']);
  });

  it('names the time alone where it was today', () => {
    show([{ ...feed, at: Date.now() }]);
    expect(cells()[0]).toMatch(/^\d{1,2}:\d\d:\d\d/);
  });

  it('has a word for every purpose', () => {
    show((['feed', 'arxiv', 'images', 'zotero'] as const).map((purpose) => ({ ...feed, purpose })));
    const words = cells().filter((_, position) => position % 4 === 1);
    expect(words).toEqual(['Daily Papers', 'Titles from arXiv', 'Small pictures', 'Zotero']);
  });

  it('keeps the text of addresses text, and makes no links of them', () => {
    show([{ ...feed, url: 'https://example.org/<img src=x>' }]);
    expect(cells()[2]).toBe('GET https://example.org/<img src=x>');
    expect(document.querySelector('a, img')).toBeNull();
  });

  it('says so where nothing has been sent', () => {
    show([]);
    expect(screen.getByText('No request has been made yet.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('promises nothing more than is so', () => {
    show([], false);
    expect(screen.getByText(/Nothing about the pages you visit is in any of them/)).toBeTruthy();
    cleanup();
    show([], true);
    expect(screen.getByText(/requests for single papers tell which paper you had open/)).toBeTruthy();
  });
});
