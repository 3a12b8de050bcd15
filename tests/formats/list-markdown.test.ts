// A list of Daily Papers as Markdown: what stands in it, and that text of the feed stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedPaper, listMarkdown } from '../../lib/formats/list-markdown';
import { anyText } from './example-entries';

const paper = (parts: Partial<ListedPaper> = {}): ListedPaper => ({
  id: '2605.00042',
  title: 'Quiet Margins',
  ...parts,
});
const item = (parts: Partial<ListedPaper>) =>
  listMarkdown({ heading: 'Today', papers: [paper(parts)] }).split('\n')[2];

describe('a list as Markdown', () => {
  it('is a heading and a numbered list in the order it was shown', () => {
    const papers = [paper({ upvotes: 3 }), paper({ id: '2605.00001', title: 'On Rivers', upvotes: 9 })];
    expect(listMarkdown({ heading: 'Daily Papers, Jun 12, 2026', papers })).toBe(`# Daily Papers, Jun 12, 2026

1. [Quiet Margins](https://arxiv.org/abs/2605.00042) (3 upvotes)
2. [On Rivers](https://arxiv.org/abs/2605.00001) (9 upvotes)
`);
  });

  it.each<[string, Partial<ListedPaper>, string]>([
    ['nothing but the title', {}, ''],
    ['a summary', { summary: 'It finds\nsomething.' }, ' — It finds something.'],
    ['one upvote', { upvotes: 1 }, ' (1 upvote)'],
    ['no upvotes yet', { upvotes: 0 }, ' (0 upvotes)'],
    ['many upvotes', { upvotes: 1234 }, ' (1,234 upvotes)'],
    [
      'all of it',
      { summary: 'It finds.', organization: 'Lab', upvotes: 128, repository: 'ada/quiet_margins' },
      ' — It finds. (Lab, 128 upvotes, code: [ada/quiet\\_margins](https://github.com/ada/quiet_margins))',
    ],
    [
      'what only claims to be a repository',
      { repository: '../../evil)(https://x' },
      ' (code: ../../evil)(https\\://x)',
    ],
  ])('says of a paper with %s what is known', (_, parts, text) => {
    expect(item(parts)).toBe(`1. [Quiet Margins](https://arxiv.org/abs/2605.00042)${text}`);
  });

  it('is a heading alone where there are no papers', () => {
    expect(listMarkdown({ heading: 'Today', papers: [] })).toBe('# Today\n');
  });

  it('names a paper without a title by its id', () => {
    expect(item({ title: '\u202e ' })).toBe('1. [arXiv:2605.00042](https://arxiv.org/abs/2605.00042)');
  });

  it('has an item a paper and our links alone, however hostile the feed is', () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom(
        '](https://evil.example)',
        '\n\n2. [x](y)',
        '<a href=x>',
        '![](http://e)',
        '\\',
        '`',
        '# ',
      ),
      fc.stringMatching(/^[\\[\]()<>!`*_#|~\n\r\u2028 a:/.]{0,20}$/),
    );
    const papers = fc.array(
      fc.record(
        {
          id: fc.constantFrom('2605.00001', 'hep-th/9901001'),
          title: hostile,
          summary: hostile,
          organization: hostile,
          repository: fc.oneof(hostile, fc.constant('ada/margins')),
          upvotes: fc.nat(),
        },
        { requiredKeys: ['id', 'title'] },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(hostile, papers, (heading, listed) => {
        const [first, empty, ...lines] = listMarkdown({ heading, papers: listed })
          .trimEnd()
          .split(/[\n\r\u0085\u2028\u2029]/);
        expect(first).toMatch(/^#/);
        expect(empty ?? '').toBe('');
        expect(lines).toHaveLength(listed.length);
        for (const [position, line] of lines.entries()) {
          expect(line.startsWith(`${position + 1}. [`)).toBe(true);
          // What is escaped is text like any letter, so that what is left has the meaning Markdown gives it.
          const meaning = line.replace(/\\[!-/:-@[-`{-~]/g, 'x');
          const links = [...meaning.matchAll(/\[[^[\]]*\]\(([^()]*)\)/g)].map(([, target]) => target);
          expect(links[0]).toBe(`https://arxiv.org/abs/${listed[position]?.id}`);
          const { repository = '' } = listed[position] ?? {};
          const isRepository = /^[\w-]+\/[\w.-]+$/.test(repository);
          const toCode = isRepository ? [[], [`https://github.com/${repository}`]] : [[]];
          expect(toCode).toContainEqual(links.slice(1));
          if (repository === 'ada/margins') expect(links).toHaveLength(2);
          const rest = meaning.replace(/\[[^[\]]*\]\([^()]*\)/g, '');
          expect(rest).not.toMatch(/[[\]<>`*_]|:\/\/|www\./);
        }
      }),
    );
  });
});
