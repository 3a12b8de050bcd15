// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PaperRow, type PaperRowProps } from '../../../components/paper-row/PaperRow';
import type { RowPaper } from '../../../components/paper-row/row-paper';
import type { RelatedPaper } from '../../../lib/papers/card-data';
import type { PaperDetails } from '../../../lib/papers/paper-details';

afterEach(cleanup);

const paper: RowPaper = {
  id: '2606.00001',
  title: 'Drafting',
  summary: 'A small model drafts.',
  organization: 'Example Lab',
  comments: 5,
  repository: 'Example/Drafting',
  stars: 1234,
  fetchedAt: 1,
};

const near: RelatedPaper = {
  id: '2401.00001',
  title: 'A Neighbour',
  reasons: [{ kind: 'keywords', keywords: ['draft model'] }],
  saved: true,
  seen: false,
};

const details: PaperDetails = {
  id: '2606.00001',
  abstract: 'All of the abstract.',
  authors: ['Ada Lovelace', 'Kurt Gödel'],
  keywords: ['draft model', 'decoding'],
  publishedAt: '2020-06-11',
  day: '2020-06-12',
  rank: 3,
  rankOf: 42,
  projectPage: 'https://project.example.org/drafting',
  related: [near],
  upvoteHistory: [],
};

function rowOf(props: Partial<PaperRowProps>) {
  return (
    <ol>
      <PaperRow
        paper={paper}
        saved={false}
        open
        onToggleSaved={() => {}}
        onToggleOpen={() => {}}
        readDetails={async () => details}
        {...props}
      />
    </ol>
  );
}

const draw = (props: Partial<PaperRowProps> = {}) => render(rowOf(props));
const section = () => screen.getByRole('region', { name: 'Details of “Drafting”' });
const title = () => screen.getByRole('button', { name: 'Drafting' });
const isRead = () => waitFor(() => expect(section().getAttribute('aria-busy')).toBe('false'));
const fields = () =>
  [...section().querySelectorAll('dt')].map((name) => [
    name.textContent,
    name.nextElementSibling?.textContent?.replace(/\s+/g, ' ').trim(),
  ]);
const links = () =>
  [...section().querySelectorAll('.details-links a')].map((link) => [
    link.textContent,
    link.getAttribute('href'),
  ]);

describe('a row opened in place', () => {
  it('tells what is cached of the paper', async () => {
    draw();
    await isRead();
    expect(section().querySelector('.abstract')?.textContent).toBe('All of the abstract.');
    expect(fields()).toEqual([
      ['Authors', 'Ada Lovelace, Kurt Gödel'],
      ['Keywords', 'draft model, decoding'],
      ['Listed', '#3 of 42 · Jun 12, 2020 · published Jun 11, 2020 · Example Lab · 5 comments · 1.2K stars'],
      ['Related', 'A Neighbour both: draft model'],
    ]);
  });

  it('leads to every place the paper is at', async () => {
    draw();
    await isRead();
    expect(links()).toEqual([
      ['arXiv', 'https://arxiv.org/abs/2606.00001'],
      ['PDF', 'https://arxiv.org/pdf/2606.00001'],
      ['Hugging Face', 'https://huggingface.co/papers/2606.00001'],
      ['GitHub', 'https://github.com/Example/Drafting'],
      ['Project page', 'https://project.example.org/drafting'],
    ]);
  });

  it.each(['javascript:alert(1)', 'http://project.example.org', ''])(
    'gives no link for the project page "%s"',
    async (projectPage) => {
      draw({ readDetails: async () => ({ ...details, projectPage }) });
      await isRead();
      expect(links().map(([name]) => name)).toEqual(['arXiv', 'PDF', 'Hugging Face', 'GitHub']);
    },
  );

  it('opens related papers as it opens everything: in a tab', async () => {
    const onOpen = vi.fn();
    draw({ onOpen });
    fireEvent.click(await screen.findByRole('link', { name: 'A Neighbour' }));
    expect(onOpen.mock.calls).toEqual([['https://arxiv.org/abs/2401.00001']]);
    expect(screen.getByRole('img', { name: 'Saved' })).toBeTruthy();
  });

  it('leaves out a neighbour that nothing speaks for', async () => {
    draw({ readDetails: async () => ({ ...details, related: [{ ...near, reasons: [] }] }) });
    await isRead();
    expect(fields().map(([name]) => name)).toEqual(['Authors', 'Keywords', 'Listed']);
  });

  it('leaves out what is not known', async () => {
    const empty = { id: paper.id, abstract: '', authors: [], keywords: [], related: [], upvoteHistory: [] };
    draw({ paper: { id: paper.id, title: 'Drafting' }, readDetails: async () => empty });
    await isRead();
    expect(section().querySelector('.abstract, dt, .momentum')).toBeNull();
    expect(links()).toHaveLength(3);
  });

  it('draws how the upvotes went', async () => {
    const at = Date.now();
    const upvoteHistory = [
      { at: at - 24 * 3_600_000, upvotes: 12 },
      { at, upvotes: 96 },
    ];
    draw({ readDetails: async () => ({ ...details, upvoteHistory }) });
    await isRead();
    expect(screen.getByRole('img', { name: /^Upvotes: 12 on .+, 96 now$/ })).toBeTruthy();
    expect(screen.getByText('+84 in 24 h')).toBeTruthy();
  });

  it('shows markup as the text it is', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const texts = { abstract: markup, authors: [markup], keywords: [markup] };
    draw({ readDetails: async () => ({ ...details, ...texts, related: [{ ...near, title: markup }] }) });
    await isRead();
    expect(section().querySelector('img')).toBeNull();
    expect(section().textContent?.split(markup)).toHaveLength(5);
  });
});

describe('the authors of an opened row', () => {
  const names = Array.from({ length: 46 }, (_, n) => `Author ${n + 1}`);

  it('are twelve at first, and all of them when asked for', async () => {
    draw({ readDetails: async () => ({ ...details, authors: names }) });
    fireEvent.click(await screen.findByRole('button', { name: 'and 34 more' }));
    expect(fields()[0]?.[1]).toBe(names.join(', '));
  });

  it('end with the twelfth until then', async () => {
    draw({ readDetails: async () => ({ ...details, authors: names }) });
    await isRead();
    expect(fields()[0]?.[1]).toMatch(/Author 12 and 34 more$/);
  });

  it('are not folded where there are twelve', async () => {
    draw({ readDetails: async () => ({ ...details, authors: names.slice(0, 12) }) });
    await isRead();
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
  });
});

describe('the states of an opened row', () => {
  it('says that it reads, and to whom that belongs', () => {
    draw({ readDetails: () => new Promise(() => {}) });
    expect(section().getAttribute('aria-busy')).toBe('true');
    expect(section().textContent).toBe('Reading…');
    expect(title().getAttribute('aria-expanded')).toBe('true');
    expect(title().getAttribute('aria-controls')).toBe(section().id);
  });

  it('says that the paper is not cached any more, and still leads to it', async () => {
    draw({ readDetails: async () => undefined });
    expect(await screen.findByText(/^This paper is not cached any more\./)).toBeTruthy();
    expect(links()).toHaveLength(4);
  });

  it('says why it could not be read', async () => {
    const refusal = Object.assign(new Error('no room'), { code: 'disk-full' });
    draw({ readDetails: () => Promise.reject(refusal) });
    expect(await screen.findByText(/^The details could not be read\. The disk is full/)).toBeTruthy();
    expect(links()).toHaveLength(4);
  });

  it('reads nothing while it is closed', () => {
    const readDetails = vi.fn(async () => details);
    draw({ open: false, readDetails });
    expect(readDetails).not.toHaveBeenCalled();
    expect(screen.queryByRole('region')).toBeNull();
    expect(title().hasAttribute('aria-controls')).toBe(false);
  });

  it('reads again when the feed has told more, and keeps what it has meanwhile', async () => {
    let arrive: (later: PaperDetails) => void = () => {};
    const readDetails = vi
      .fn<NonNullable<PaperRowProps['readDetails']>>()
      .mockResolvedValueOnce(details)
      .mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    const { rerender } = draw({ readDetails });
    await isRead();
    rerender(rowOf({ readDetails }));
    expect(readDetails).toHaveBeenCalledTimes(1);
    rerender(rowOf({ readDetails, paper: { ...paper, fetchedAt: 2 } }));
    expect(readDetails).toHaveBeenCalledTimes(2);
    expect(screen.getByText('All of the abstract.')).toBeTruthy();
    arrive({ ...details, abstract: 'A new abstract.' });
    expect(await screen.findByText('A new abstract.')).toBeTruthy();
  });
});

describe('Escape in an opened row', () => {
  it.each(['title', 'link'])('closes it from the %s, and the focus is on the title', async (place) => {
    const toggled = vi.fn();
    draw({ onToggleOpen: toggled });
    await isRead();
    const from = place === 'title' ? title() : screen.getByRole('link', { name: 'PDF' });
    from.focus();
    expect(fireEvent.keyDown(from, { key: 'Escape' })).toBe(false);
    expect(toggled.mock.calls).toEqual([['2606.00001']]);
    expect(document.activeElement).toBe(title());
  });

  it('is the browser’s where the row is closed', () => {
    const toggled = vi.fn();
    draw({ open: false, onToggleOpen: toggled });
    expect(fireEvent.keyDown(title(), { key: 'Escape' })).toBe(true);
    expect(toggled).not.toHaveBeenCalled();
  });
});
