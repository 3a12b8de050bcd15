// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PaperRow, type PaperRowProps } from '../../../components/paper-row/PaperRow';
import type { RowPaper } from '../../../components/paper-row/row-paper';

afterEach(cleanup);

const picture = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.00001.png';
const bare: RowPaper = { id: '2606.00001', title: 'Drafting' };
const full: RowPaper = {
  ...bare,
  summary: 'A small model drafts.',
  rank: 1,
  upvotes: 128,
  comments: 5,
  organization: 'Example Lab',
  repository: 'Example/Drafting',
  stars: 1234,
  thumbnail: picture,
};

function draw(paper: RowPaper, props: Partial<PaperRowProps> = {}) {
  const { container } = render(
    <ol>
      <PaperRow paper={paper} saved={false} onToggleSaved={() => {}} {...props} />
    </ol>,
  );
  return container;
}

const factsIn = (container: Element) =>
  [...container.querySelectorAll('.facts > li')].map(({ textContent }) => textContent?.trim());

describe('what a row marks', () => {
  it.each<[string, Partial<RowPaper>, string]>([
    ['a paper not seen yet', { unseen: true }, 'Not seen yet'],
    ['a paper the reader has opened', { seen: true }, 'Seen'],
    ['twelve upvotes more', { upvotes: 128, gained: 12 }, '12 upvotes more since you last looked'],
    ['one upvote more', { upvotes: 128, gained: 1 }, '1 upvote more since you last looked'],
  ])('%s, in words for those who do not see the mark', (_, fields, name) => {
    draw({ ...bare, ...fields });
    expect(screen.getByRole('img', { name })).toBeTruthy();
  });

  it('is nothing where there is nothing to mark', () => {
    const container = draw({ ...bare, upvotes: 128, gained: 0 });
    expect(container.querySelector('.unseen-mark, .gained, .watched, .thumbnail')).toBeNull();
    expect(factsIn(container)).toEqual(['HF']);
  });

  it('shows the gain as a number with its sign', () => {
    expect(draw({ ...bare, gained: 1200 }).querySelector('.gained')?.textContent).toBe('+1.2K');
  });

  it('names the rule a watched paper meets', () => {
    const container = draw({ ...bare, watched: { kind: 'keyword', text: 'diffusion' } });
    expect(factsIn(container)).toEqual(['Watched: diffusion', 'HF']);
    expect(container.querySelector('.watched svg')).not.toBeNull();
  });

  it('leaves room for the rule: comments are told when the row is opened', () => {
    const facts = factsIn(draw({ ...full, watched: { kind: 'keyword', text: 'diffusion' } }));
    expect(facts).toEqual(['Watched: diffusion', 'Example Lab', 'Example/Drafting★ 1.2K', 'HF']);
  });

  it('keeps the unseen mark out of the title', () => {
    draw({ ...bare, unseen: true }, { onToggleOpen: () => {} });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Drafting');
  });
});

describe('why a paper is for the reader', () => {
  it.each<[NonNullable<RowPaper['reasons']>, string]>([
    [[{ kind: 'saved', id: '1', title: 'Memory' }], 'Because you saved “Memory”'],
    [[{ kind: 'opened', id: '1', title: 'Memory' }], 'Because you opened “Memory”'],
    [[{ kind: 'keyword', keyword: 'agents' }], 'Keyword: agents'],
    [[{ kind: 'saved', id: '2412.17747', title: '' }], 'Because you saved “arXiv:2412.17747”'],
    [
      [
        { kind: 'saved', id: '1', title: 'Memory' },
        { kind: 'keyword', keyword: 'agents' },
      ],
      'Because you saved “Memory” · Keyword: agents',
    ],
  ])('is said in words, whole to whoever points at it: %j', (reasons, words) => {
    draw({ ...bare, reasons });
    expect(screen.getByText(words).title).toBe(words);
  });

  it('takes the place of who made it, for one line has no room for both', () => {
    const facts = factsIn(draw({ ...full, reasons: [{ kind: 'keyword', keyword: 'agents' }] }));
    expect(facts).toEqual(['Keyword: agents', 'HF']);
  });

  it('is left out in other lists', () => {
    expect(factsIn(draw({ ...full, reasons: [] }))[0]).toBe('Example Lab');
  });
});

describe('the title of a row', () => {
  it('is a link to arXiv where rows do not open in place', () => {
    draw(bare);
    expect(screen.getByRole('link', { name: 'Drafting' }).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2606.00001',
    );
    expect(screen.queryByRole('link', { name: 'arXiv' })).toBeNull();
  });

  it('is a button where they do, and arXiv has a link of its own', () => {
    const toggled = vi.fn();
    const container = draw(bare, { onToggleOpen: toggled });
    const title = screen.getByRole('button', { name: 'Drafting' });
    expect(title.getAttribute('aria-expanded')).toBe('false');
    expect(title.hasAttribute('data-row-focus')).toBe(true);
    fireEvent.click(title);
    expect(toggled.mock.calls).toEqual([['2606.00001']]);
    expect(factsIn(container)).toEqual(['arXiv', 'HF']);
    expect(screen.getByRole('link', { name: 'arXiv' }).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2606.00001',
    );
  });

  it('shows markup as the text it is, as does everything beside it', () => {
    const markup = '<img src=x onerror=alert(1)><b>bold</b>';
    const container = draw(
      {
        ...full,
        title: markup,
        summary: markup,
        organization: markup,
        watched: { kind: 'keyword', text: markup },
      },
      { onToggleOpen: () => {} },
    );
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent?.split(markup)).toHaveLength(5);
  });
});

describe('the picture of a row', () => {
  const image = (container: Element) => container.querySelector('img');

  it.each<[string, Partial<RowPaper>, Partial<PaperRowProps>]>([
    ['the reader wants none', {}, {}],
    ['the paper has none', { thumbnail: undefined }, { thumbnails: true }],
    [
      'it lies at another host',
      { thumbnail: 'https://cdn-thumbnails.huggingface.co.example.org/1.png' },
      { thumbnails: true },
    ],
    [
      'it would come without encryption',
      { thumbnail: picture.replace('https', 'http') },
      { thumbnails: true },
    ],
  ])('is not asked for where %s', (_, fields, props) => {
    expect(image(draw({ ...full, ...fields }, props))).toBeNull();
  });

  it('is decorative, comes when it is needed, and does not say where it is shown', () => {
    const shown = image(draw(full, { thumbnails: true }));
    expect(shown?.getAttribute('src')).toBe(picture);
    expect(shown?.getAttribute('alt')).toBe('');
    expect(shown?.getAttribute('loading')).toBe('lazy');
    expect(shown?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('is told of once it has come', () => {
    const onThumbnail = vi.fn();
    const shown = image(draw(full, { thumbnails: true, onThumbnail }));
    expect(onThumbnail).not.toHaveBeenCalled();
    fireEvent.load(shown as Element);
    expect(onThumbnail.mock.calls).toEqual([[picture]]);
  });

  it('that does not come leaves its room empty', () => {
    const container = draw(full, { thumbnails: true });
    fireEvent.error(image(container) as Element);
    expect(image(container)?.hidden).toBe(true);
    expect(container.querySelector('.pictured > .thumbnail')).not.toBeNull();
  });
});

describe('what can be done with a row', () => {
  it('is sending it away, where that is possible', () => {
    const onDismiss = vi.fn();
    draw(bare, { onDismiss });
    fireEvent.click(screen.getByRole('button', { name: 'Not for me: “Drafting”' }));
    expect(onDismiss.mock.calls).toEqual([['2606.00001']]);
  });

  it('is not sending it away elsewhere', () => {
    draw(bare);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['Save “Drafting”']);
  });
});
