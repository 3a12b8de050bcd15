// What of an entry stands in which field of Zotero.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toZoteroItems } from '../../lib/zotero/to-zotero-items';
import type { ZoteroItem } from '../../lib/zotero/zotero-item';
import { anyEntries, anyText, example } from '../formats/example-entries';

const itemOf = (...parts: Parameters<typeof example>): ZoteroItem => {
  const [item] = toZoteroItems([example(...parts)]);
  if (!item) throw new Error('no item');
  return item;
};

describe('an entry as an item of Zotero', () => {
  it('is a preprint of arXiv with everything that is known', () => {
    const entry = {
      id: '2605.00042',
      category: 'cs.DL',
      tags: ['margins', 'reading list'],
      note: 'Read twice.',
    };
    expect(itemOf(entry, 'We read\nin margins.')).toEqual({
      id: '2605.00042',
      itemType: 'preprint',
      title: 'Quiet Margins: Reading Papers Where They Are',
      creators: [
        { creatorType: 'author', firstName: 'Nora', lastName: 'Feld' },
        { creatorType: 'author', firstName: 'Wim', lastName: 'van der Aar' },
      ],
      abstractNote: 'We read in margins.',
      date: '2026-05-04',
      repository: 'arXiv',
      archiveID: 'arXiv:2605.00042',
      DOI: '10.48550/arXiv.2605.00042',
      url: 'https://arxiv.org/abs/2605.00042',
      libraryCatalog: 'arXiv.org',
      extra: 'arXiv:2605.00042 [cs.DL]',
      tags: [{ tag: 'margins' }, { tag: 'reading list' }],
      notes: [{ note: '<p>Read twice.</p>' }],
    });
  });

  it('has no field for what is not known', () => {
    const item = itemOf({ id: '2605.00042', title: '', authors: [], publishedAt: undefined });
    expect(item).toMatchObject({ title: 'arXiv:2605.00042', creators: [], notes: [], tags: [] });
    expect(item).not.toHaveProperty('abstractNote');
    expect(item.extra).toBe('arXiv:2605.00042');
    expect(item.date).toBe('2026-05');
  });

  it('of an old identifier has its number and no DOI', () => {
    const item = itemOf({ id: 'hep-th/9901001', publishedAt: undefined });
    expect(item).toMatchObject({
      archiveID: 'arXiv:hep-th/9901001',
      url: 'https://arxiv.org/abs/hep-th/9901001',
      date: '1999-01',
    });
    expect(item).not.toHaveProperty('DOI');
  });

  it.each([
    ['Ada Lind', { firstName: 'Ada', lastName: 'Lind' }],
    ['Jan van der Berg', { firstName: 'Jan', lastName: 'van der Berg' }],
    ['Sam Reed Jr.', { firstName: 'Sam, Jr.', lastName: 'Reed' }],
    ['Plato', { lastName: 'Plato', fieldMode: 1 }],
    ['李雪', { lastName: '李雪', fieldMode: 1 }],
    ['Margin Research Team', { lastName: 'Margin Research Team', fieldMode: 1 }],
  ])('takes the name %s apart', (name, parts) => {
    expect(itemOf({ authors: [name] }).creators).toEqual([{ creatorType: 'author', ...parts }]);
  });

  it.each([
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one\n\n\ntwo', '<p>one</p><p>two</p>'],
    ['<script>a && "b"</script>', '<p>&lt;script&gt;a &amp;&amp; &quot;b&quot;&lt;/script&gt;</p>'],
    ["it's `code`", '<p>it&#39;s `code`</p>'],
  ])('keeps the note %j as text', (note, markup) => {
    expect(itemOf({ note }).notes).toEqual([{ note: markup }]);
  });

  it('has no note where nothing but white space was typed', () => {
    expect(itemOf({ note: ' \n\n ' }).notes).toEqual([]);
  });

  it('has no category that does not look like one', () => {
    expect(itemOf({ category: 'x] [y' }).extra).toBe('arXiv:2605.00042');
  });

  it('is well-formed whatever the texts hold, one item an entry', () => {
    fc.assert(
      fc.property(anyEntries, anyText, (entries, abstract) => {
        const items = toZoteroItems(entries.map((entry) => ({ entry, abstract })));
        expect(items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
        expect(JSON.stringify(items).isWellFormed()).toBe(true);
        for (const { title, creators, notes } of items) {
          expect(title).not.toMatch(/^$|\n/);
          for (const { lastName } of creators) expect(lastName).not.toBe('');
          for (const { note } of notes) expect(note.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/);
        }
      }),
    );
  });
});
