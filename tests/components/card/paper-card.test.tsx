// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PaperCard } from '../../../components/card/PaperCard';
import type { CardPlace } from '../../../components/card/PaperSummary';
import type { CardData } from '../../../lib/papers/card-data';
import { bareCard, fullCard, pageCard } from './example-cards';

const nothing = () => {};

function draw(card: CardData, place: CardPlace = 'narrow') {
  const { container } = render(
    <PaperCard
      card={card}
      place={place}
      onToggleSaved={nothing}
      onStatus={nothing}
      onCopy={nothing}
      onOpenLibrary={nothing}
      onCloseSite={nothing}
    />,
  );
  const links = [...container.querySelectorAll('a')];
  return {
    container,
    text: (container.textContent ?? '').replace(/\s+/g, ' '),
    addressOf: (text: string) => links.find((link) => link.textContent === text)?.getAttribute('href'),
    links,
  };
}

afterEach(cleanup);

describe('a card', () => {
  it.each([
    'A Paper About Drafting',
    'Drafting with a small model makes a large one answer sooner.',
    '128',
    '#3 of 42 · Nov 20, 2020 · 5 comments · Owner/Repo ★ 1.2K · An Institute',
    'same organization · both: speculative decoding, draft model',
    'same code repository',
    'Papergloss · 2 hr. ago',
  ])('of a paper that everything is known of shows "%s"', (text) => {
    expect(draw(fullCard).text).toContain(text);
  });

  it.each([
    ['A Paper About Drafting', 'https://arxiv.org/abs/2412.17747'],
    ['arXiv', 'https://arxiv.org/abs/2412.17747'],
    ['PDF', 'https://arxiv.org/pdf/2412.17747'],
    ['Hugging Face', 'https://huggingface.co/papers/2412.17747'],
    ['Owner/Repo', 'https://github.com/Owner/Repo'],
    ['Project page', 'https://project.example.org/drafting'],
    ['A Neighbour', 'https://arxiv.org/abs/2401.00001'],
  ])('links "%s" to %s', (text, address) => {
    expect(draw(fullCard).addressOf(text)).toBe(address);
  });

  it('tells no address where its links were followed from, and opens none in a new tab', () => {
    for (const link of draw(fullCard).links) {
      expect(link.rel).toBe('noreferrer noopener');
      expect(link.target).toBe('');
    }
  });

  it('is a section named after Papergloss and the paper', () => {
    const section = draw(fullCard).container.querySelector('section');
    expect(section?.getAttribute('aria-label')).toBe('Papergloss: A Paper About Drafting');
  });

  it('says in words what the number beside the triangle counts', () => {
    const upvotes = draw(fullCard).container.querySelector('b');
    expect(upvotes?.getAttribute('aria-label')).toBe('128 upvotes on Daily Papers');
    cleanup();
    const single = draw({ ...fullCard, upvotes: 1, comments: 1 });
    expect(single.container.querySelector('b')?.getAttribute('aria-label')).toBe('1 upvote on Daily Papers');
    expect(single.text).toContain('1 comment ·');
  });

  it('on the paper’s own abstract page repeats neither the title nor the way to arXiv', () => {
    const { text, addressOf } = draw(fullCard, 'wide');
    expect(text).not.toContain('A Paper About Drafting');
    expect(addressOf('arXiv')).toBeUndefined();
    expect(addressOf('PDF')).toBeDefined();
  });

  it('of a starter paper invents no upvotes and says where it comes from', () => {
    const { container, text } = draw({ ...fullCard, upvotes: undefined, origin: 'starter' });
    expect(container.querySelector('b')).toBeNull();
    expect(text).not.toContain('128');
    expect(text).toContain('Papergloss · Starter feed');
  });

  it('shows zero upvotes as zero, because that is known', () => {
    expect(
      draw({ ...bareCard, upvotes: 0 })
        .container.querySelector('b')
        ?.textContent?.trim(),
    ).toBe('0');
  });

  it.each(['wide', 'narrow', 'hover'] as const)('of a bare paper shows its title alone (%s)', (place) => {
    const { container, text } = draw(bareCard, place);
    expect(text).toContain('Only a Title');
    expect(text).not.toMatch(/undefined|NaN|null|#|★|Related/);
    expect(container.querySelectorAll('bdi, li, b, details:not(.copy)')).toHaveLength(0);
  });

  it('says quietly when the abstract stands in for the summary', () => {
    expect(draw({ ...fullCard, summaryFrom: 'abstract' }).text).toContain('From the abstract');
    cleanup();
    expect(draw(fullCard).text).not.toContain('From the abstract');
  });

  it('draws at most five neighbours, and marks the saved ones', () => {
    const [first] = fullCard.related;
    if (!first) throw new Error('the example has neighbours');
    const related = Array.from({ length: 8 }, (_, n) => ({ ...first, id: `2401.1000${n}`, saved: n === 1 }));
    const rows = [...draw({ ...fullCard, related }).container.querySelectorAll('li')];
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.querySelector('[aria-label="Saved"]') !== null)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('marks the neighbours whose pages the reader has been to', () => {
    const [first, second] = draw(fullCard).container.querySelectorAll('li');
    expect(first?.querySelector('[role="img"][aria-label="Seen"] svg')).not.toBeNull();
    expect(second?.querySelector('[aria-label="Seen"]')).toBeNull();
  });

  it('shows a reason whole to whoever points at it, however long it is', () => {
    const keywords = Array.from({ length: 40 }, (_, n) => `keyword ${n}`);
    const [first] = fullCard.related;
    if (!first) throw new Error('the example has neighbours');
    const related = [{ ...first, reasons: [{ kind: 'keywords' as const, keywords }] }];
    const reason = draw({ ...fullCard, related }).container.querySelector('li > .quiet');
    expect(reason?.getAttribute('title')).toBe(`both: ${keywords.join(', ')}`);
  });

  it.each([[[]], [[{ kind: 'keywords' as const, keywords: [] }]]])(
    'leaves out a neighbour that nothing speaks for (%j)',
    (reasons) => {
      const [first, second] = fullCard.related;
      if (!first || !second) throw new Error('the example has neighbours');
      const { text } = draw({ ...fullCard, related: [{ ...first, reasons }, second] });
      expect(text).not.toContain('A Neighbour');
      expect(text).toContain('Another Neighbour');
    },
  );

  it.each([
    ['wide', 331, 330],
    ['narrow', 181, 180],
    ['hover', 271, 270],
  ] as const)('folds a summary by its length (%s)', (place, long, short) => {
    const folded = draw({ ...fullCard, summary: 'x'.repeat(long) }, place).container;
    expect(folded.querySelector('.fold')?.textContent).toHaveLength(long);
    expect(folded.querySelector('details')?.open).toBe(false);
    cleanup();
    const whole = draw({ ...fullCard, summary: 'x'.repeat(short) }, place).container;
    expect(whole.querySelector('.fold, details:not(.copy)')).toBeNull();
  });

  it.each([
    ['to-read', 'To read'],
    ['reading', 'Reading'],
    ['done', 'Done'],
    ['dropped', 'Dropped'],
  ] as const)('shows that a paper is saved, and its status %s', (status, words) => {
    const { container } = draw({ ...fullCard, status });
    const save = container.querySelector('.save');
    expect(save?.getAttribute('aria-pressed')).toBe('true');
    expect(save?.textContent).toContain('Saved');
    const select = container.querySelector('select');
    expect(select?.selectedOptions[0]?.textContent).toBe(words);
    expect(select?.getAttribute('aria-label')).toBe('Reading status');
  });

  it('offers every status of a saved paper, and none of one that is not saved', () => {
    const { container } = draw({ ...fullCard, status: 'done' });
    expect([...container.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'To read',
      'Reading',
      'Done',
      'Dropped',
    ]);
    cleanup();
    expect(draw(fullCard).container.querySelector('select, .list')).toBeNull();
  });

  it('says what was done apart from what failed', () => {
    const props = {
      card: fullCard,
      place: 'narrow' as const,
      onToggleSaved: nothing,
      onStatus: nothing,
      onCopy: nothing,
      onOpenLibrary: nothing,
      onCloseSite: nothing,
    };
    const { container, rerender } = render(<PaperCard {...props} done="BibTeX copied." />);
    const line = container.querySelector('[role=status]');
    expect(line?.textContent).toBe('BibTeX copied.');
    expect(line?.classList.contains('failure')).toBe(false);
    rerender(<PaperCard {...props} failure="The disk is full." />);
    expect(container.querySelector('[role=status]')).toBe(line);
    expect(line?.textContent).toBe('The disk is full.');
    expect(line?.classList.contains('failure')).toBe(true);
  });

  it('shows that a paper is not saved', () => {
    const [save] = draw(fullCard).container.querySelectorAll('footer button');
    expect(save?.getAttribute('aria-pressed')).toBe('false');
    expect(save?.textContent?.trim()).toBe('Save');
  });

  it('names every control', () => {
    const { container } = draw({ ...fullCard, status: 'done' });
    for (const button of container.querySelectorAll('button')) {
      expect(button.textContent?.trim() || button.title).not.toBe('');
    }
  });

  it('says on the close button that Papergloss goes off on this site', () => {
    expect(draw(fullCard).container.querySelector<HTMLElement>('.close')?.title).toBe(
      'Close, and switch Papergloss off on this site',
    );
  });
});

describe('what a card marks', () => {
  const watched = { kind: 'keyword', text: 'diffusion' } as const;

  it('is that the reader watches for it, and has seen it', () => {
    const { text, container } = draw({ ...fullCard, watched, seen: true });
    expect(text).toContain('Watched: diffusion · Seen · #3 of 42');
    expect(container.querySelector('.facts svg')).not.toBeNull();
  });

  it('is neither where it is not so', () => {
    expect(draw({ ...fullCard, related: [], seen: false }).text).not.toMatch(/Watched|Seen/);
  });

  it.each(['wide', 'narrow', 'hover'] as const)(
    'is how the upvotes went, beside their number (%s)',
    (place) => {
      const at = Date.now();
      const upvoteHistory = [
        { at: at - 24 * 3_600_000, upvotes: 44 },
        { at, upvotes: 128 },
      ];
      const votes = draw({ ...fullCard, upvoteHistory }, place).container.querySelector('.votes');
      expect(votes?.querySelector('svg[role=img]')?.getAttribute('aria-label')).toMatch(
        /^Upvotes: 44 on .+, 128 now$/,
      );
      expect(votes?.textContent).toContain('+84 in 24 h');
    },
  );

  it('is no line where upvotes were counted once', () => {
    const upvoteHistory = [{ at: Date.now(), upvotes: 128 }];
    expect(draw({ ...fullCard, upvoteHistory }).container.querySelector('.momentum')).toBeNull();
  });

  it('shows markup in a watch rule as the text it is', () => {
    const { container, text } = draw({ ...fullCard, watched: { ...watched, text: '<b>x</b><img>' } });
    expect(container.querySelectorAll('img')).toHaveLength(0);
    expect(text).toContain('Watched: <b>x</b><img>');
  });
});

describe('the card of a paper that is not cached', () => {
  it('says so, and shows what is near the paper', () => {
    const { text, addressOf } = draw(pageCard, 'wide');
    expect(text).toContain('This paper is not in Daily Papers; these are near it.');
    expect(text).toContain('same code repository');
    expect(addressOf('A Neighbour')).toBe('https://arxiv.org/abs/2401.00001');
  });

  it('claims nothing it does not know: no upvotes, no summary, no age, nothing to save', () => {
    const known = { upvotes: 3, summary: 'Words of the page.' };
    const { container, text } = draw({ ...pageCard, ...known }, 'wide');
    expect(container.querySelector('b, .save, .facts, details')).toBeNull();
    expect(text).not.toMatch(/Words of the page|ago|now|Starter/);
  });

  it('repeats the title beside a link, and not on the paper’s own page', () => {
    expect(draw(pageCard, 'wide').text).not.toContain('Only a Title');
    cleanup();
    expect(draw(pageCard, 'hover').text).toContain('Only a Title');
  });

  it('is signed, and can be closed', () => {
    const { container, text } = draw(pageCard, 'wide');
    expect(text).toMatch(/Papergloss $/);
    expect(container.querySelector('section')?.getAttribute('aria-label')).toBe('Papergloss: Only a Title');
    expect(container.querySelectorAll('button')).toHaveLength(1);
    expect(container.querySelector<HTMLElement>('.close')?.title).toContain('switch Papergloss off');
  });
});

describe('the card of a paper from outside the feed', () => {
  const ofArxiv: CardData = { ...bareCard, origin: 'arxiv', fetchedAt: Date.now() - 7_300_000 };
  const ofList: CardData = { ...ofArxiv, origin: 'list', status: 'to-read' };

  it('says that it is from arXiv, and not how old it is', () => {
    const { text } = draw(ofArxiv);
    expect(text).toContain('Papergloss · From arXiv');
    expect(text).not.toContain('ago');
  });

  it('of which only the list knows says so, and of what age it is not', () => {
    const { text, addressOf, container } = draw(ofList);
    expect(text).toContain('On your reading list; not in the cached Daily Papers.');
    expect(text).toMatch(/Papergloss $/);
    expect(addressOf('Only a Title')).toBe('https://arxiv.org/abs/2412.00001');
    expect(container.querySelector('select')?.value).toBe('to-read');
  });

  it('no longer claims to be on the list when it was taken off', () => {
    const { text } = draw({ ...ofList, status: undefined });
    expect(text).toContain('Not in the cached Daily Papers.');
    expect(text).not.toContain('On your reading list');
  });

  it('repeats no title on the paper’s own page', () => {
    expect(draw(ofList, 'wide').text).not.toContain('Only a Title');
  });

  it.each([ofArxiv, ofList])('can be copied like any other ($origin)', (card) => {
    expect(draw(card).container.querySelectorAll('.copy button')).toHaveLength(3);
  });

  it('of which only the page tells says when it is on the list, and has nothing to copy', () => {
    const { text, container } = draw({ ...pageCard, status: 'to-read' }, 'wide');
    expect(text).toContain('On your reading list; not in the cached Daily Papers.');
    expect(container.querySelector('.copy')).toBeNull();
  });
});

describe('feed text in a card', () => {
  const markup = '<img src=x onerror="document.title=1"><script>1</script><b>bold</b>';

  it('is shown as text and makes no element', () => {
    const { container, text } = draw({
      ...fullCard,
      title: markup,
      summary: markup,
      organization: markup,
      related: [
        {
          id: '2401.00001',
          title: markup,
          reasons: [{ kind: 'keywords', keywords: [markup] }],
          saved: false,
          seen: false,
        },
      ],
    });
    expect(container.querySelectorAll('img, script')).toHaveLength(0);
    expect(container.querySelectorAll('b')).toHaveLength(1);
    expect(text.split('<script>1</script>')).toHaveLength(6);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://project.example.org',
    'blob:https://project.example.org/1',
    '//project.example.org',
    'https:project.example.org',
    '',
  ])('gives no link for the project page "%s"', (projectPage) => {
    const { links, text } = draw({ ...fullCard, projectPage });
    expect(text).not.toContain('Project page');
    expect(links.every((link) => link.getAttribute('href')?.startsWith('https://'))).toBe(true);
  });
});
