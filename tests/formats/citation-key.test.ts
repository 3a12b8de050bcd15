// Citation keys: what they are made of, that they differ, that they stay.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationKey, citationKeys } from '../../lib/formats/citation-key';
import { anyEntries, exampleEntry } from './example-entries';

describe('the key of a paper', () => {
  it.each([
    [['Ashish Vaswani'], 'Attention Is All You Need', 'vaswani2026attention'],
    [['Aäron van den Oord'], 'On the Way: Notes', 'vandenoord2026way'],
    [['Loïc Łukasz-Ørsted'], 'A Study', 'lukaszorsted2026study'],
    [['Jürgen Groß'], 'GPT-4 Technical Report', 'gross2026gpt4'],
    [['Gemma Team'], '2.5 Years in Class', 'gemmateam2026years'],
    [['Nora Feld'], '王小明', 'feld2026'],
    [['王小明'], 'Deep Rivers', 'arxiv2605.00042'],
    [['Иван Петров'], 'Deep Rivers', 'arxiv2605.00042'],
    [[], 'Deep Rivers', 'arxiv2605.00042'],
    [['Nora Feld'], '', 'feld2026'],
  ])('by %s with the title “%s” is %s', (authors, title, key) => {
    expect(citationKey(exampleEntry({ authors, title }))).toBe(key);
  });

  it('takes its year from the identifier where the day of publication is not known', () => {
    expect(
      citationKey(exampleEntry({ id: 'hep-th/9901001', publishedAt: undefined, title: 'Strings' })),
    ).toBe('feld1999strings');
  });

  it('has no slash in it', () => {
    expect(citationKey(exampleEntry({ id: 'hep-th/9901001', authors: [] }))).toBe('arxivhep-th.9901001');
  });
});

describe('the keys of a list', () => {
  const same = ['2605.00003', '2605.00001', '2605.00002'].map((id) => exampleEntry({ id, title: 'Rivers' }));

  it('get letters by the ids of their papers', () => {
    expect(Object.fromEntries(citationKeys(same))).toEqual({
      '2605.00001': 'feld2026rivers',
      '2605.00002': 'feld2026riversa',
      '2605.00003': 'feld2026riversb',
    });
  });

  it('go on after z with aa', () => {
    const many = Array.from({ length: 28 }, (_, n) =>
      exampleEntry({ id: `2605.000${String(n + 10)}`, title: 'Rivers' }),
    );
    expect([...citationKeys(many).values()].slice(-3)).toEqual([
      'feld2026riversy',
      'feld2026riversz',
      'feld2026riversaa',
    ]);
  });

  it('do not take the key another paper has on its own', () => {
    const keys = citationKeys([...same, exampleEntry({ id: '2605.00009', title: 'Riversa' })]);
    expect(keys.get('2605.00009')).toBe('feld2026riversa');
    expect(keys.get('2605.00002')).toBe('feld2026riversb');
    expect(keys.get('2605.00003')).toBe('feld2026riversc');
  });

  it('differ, hold nothing BibTeX minds, and do not depend on the order', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const keys = citationKeys(entries);
        expect(new Set(keys.values()).size).toBe(entries.length);
        for (const key of keys.values()) expect(key).toMatch(/^[a-z][a-z0-9.-]*$/);
        expect(citationKeys(entries.toReversed())).toEqual(keys);
      }),
    );
  });
});
