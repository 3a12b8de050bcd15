// The reading list as Markdown, and as notes for Obsidian.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../lib/formats/markdown-text';
import { tagWords, writeMarkdown } from '../../lib/formats/write-markdown';
import { writeObsidian } from '../../lib/formats/write-obsidian';
import { findPaperIds } from '../../lib/papers/paper-id';
import { anyEntries, anyText, context, example, exampleEntry } from './example-entries';

describe('text in Markdown', () => {
  it.each([
    ['A [link](x) & `code`', '\\[link\\](x) & \\`code\\`'],
    ['snake_case *bold* ~~gone~~', 'snake\\_case \\*bold\\* \\~\\~gone\\~\\~'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['&lt; R&B', '\\&lt; R&B'],
    ['==mark== %%gone%%', '\\=\\=mark\\=\\= \\%\\%gone\\%\\%'],
    ['90% of x=1', '90% of x=1'],
    ['$200k #1', '\\$200k \\#1'],
    ['https://example.org www.example.org', 'https\\://example.org www\\.example.org'],
    ['a\\b', 'a\\\\b'],
  ])('%s stays text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(text.startsWith('A ') ? `A ${escaped}` : escaped);
  });

  it('comes back when backslashes before punctuation are taken off', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text);
      }),
    );
  });
});

describe('the list in Markdown', () => {
  it('is one of links by status, with tags, stars and notes', () => {
    const list = [
      example({ id: '2605.00001', title: 'On [Rivers]', status: 'done', stars: 2, tags: ['R&D', 'to cite'] }),
      example({ id: '2605.00002', title: '', authors: [], note: 'First\n\n- second' }),
      example({ id: '2605.00003', title: 'Crowd', authors: Array.from({ length: 12 }, () => 'Nora Feld') }),
    ];
    expect(writeMarkdown(list, context)).toBe(`# Reading list

## To read

- [arXiv:2605.00002](https://arxiv.org/abs/2605.00002), 2026

  > First
  >
  > - second

- [Crowd](https://arxiv.org/abs/2605.00003), ${Array.from({ length: 10 }, () => 'Nora Feld').join(', ')}, …, 2026

## Done

- [On \\[Rivers\\]](https://arxiv.org/abs/2605.00001), Nora Feld, Wim van der Aar, 2026 ★★ #R-D #to-cite
`);
  });

  it('names every paper, whatever is on it', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const text = writeMarkdown(
          entries.map((entry) => ({ entry })),
          context,
        );
        expect(text.isWellFormed()).toBe(true);
        expect(findPaperIds(text, context.now * 2)).toEqual(
          expect.arrayContaining(entries.map(({ id }) => id)),
        );
        expect(text.match(/^- \[/gm) ?? []).toHaveLength(entries.length);
      }),
    );
  });

  it('has tags of one word', () => {
    const tags = ['to cite', '(1)', 'cs/ML', 'été', '!?'];
    expect(tagWords(exampleEntry({ tags }))).toEqual(['to-cite', '1', 'cs/ML', 'été']);
  });
});

describe('a note for Obsidian', () => {
  it('of one paper has its properties on top', () => {
    const entry = example({
      title: 'Say "no": a {guide} #1',
      status: 'reading',
      stars: 1,
      tags: ['to cite'],
      note: 'My *own* Markdown',
      category: 'cs.CL',
    });
    expect(writeObsidian([entry], context)).toBe(`---
title: "Say \\"no\\": a {guide} #1"
authors:
  - "Nora Feld"
  - "Wim van der Aar"
year: 2026
published: "2026-05-04"
arxiv: "2605.00042"
url: "https://arxiv.org/abs/2605.00042"
category: "cs.CL"
status: "reading"
stars: 1
tags:
  - "to-cite"
added: "2026-05-01T10:20:30.123Z"
---

# Say "no": a {guide} \\#1

My *own* Markdown
`);
  });

  it('of several has the properties of the list, and those of each paper below its heading', () => {
    const list = [example({ tags: ['b', 'a'], note: 'Noted' }), example({ id: '2605.00002', tags: ['a'] })];
    const text = writeObsidian(list, context);
    expect(text).toMatch(
      /^---\ntitle: "Reading list"\ncreated: "2026-06-15"\npapers: 2\ntags:\n {2}- "a"\n {2}- "b"\n---\n\n# Reading list\n\n## \[/,
    );
    expect(text.match(/^## \[Quiet Margins.*\n\n```yaml\ntitle: "Quiet/gm)).toHaveLength(2);
    expect(text).toContain('```\n\nNoted\n\n## [');
  });

  it('keeps its properties to one line each, whatever is in them', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const texts = entries.map((entry) => writeObsidian([{ entry }], context));
        for (const text of texts) {
          expect(text.isWellFormed()).toBe(true);
          const [, properties = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
          for (const line of properties.split(/[\n\r\u0085\u2028\u2029]/)) {
            expect(line).toMatch(/^(?:[a-z]+:(?: \d+| ".*")?| {2}- ".*")$/);
            const [quoted] = /".*"$/.exec(line) ?? ['""'];
            expect(typeof JSON.parse(quoted)).toBe('string');
          }
        }
      }),
    );
  });
});
