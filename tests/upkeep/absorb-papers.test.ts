import { describe, expect, it } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { absorbPapers } from '../../lib/related/absorb-papers';
import { listOf } from '../../lib/related/slot-lists';
import { buildLists, emptyParts, nearestIds } from './index-in-memory';
import { inventPapers } from './invented-papers';

const papers = inventPapers(60);
const [first, second] = papers as [Paper, Paper];
const byId = (...taken: (Paper | [string, undefined])[]) =>
  new Map(taken.map((one) => (Array.isArray(one) ? one : [one.id, one])));
const noPause = async () => {};

describe('a step of the upkeep', () => {
  it('takes in papers that came', async () => {
    const absorbed = await absorbPapers(emptyParts(), byId(...papers), noPause);
    expect(absorbed?.index.ids).toEqual(papers.map(({ id }) => id));
    expect(absorbed?.taken).toEqual(new Set(papers.keys()));
    expect(absorbed?.removed).toEqual([]);
  });

  it('is none where nothing has changed but what the index does not hold', async () => {
    const parts = buildLists(papers);
    const again = byId({ ...first, upvotes: 99, stars: 5, comments: 7 }, ['2606.99999', undefined]);
    expect(await absorbPapers(parts, again, noPause)).toBeUndefined();
    expect(await absorbPapers(parts, new Map(), noPause)).toBeUndefined();
  });

  it('takes out papers that are gone, and out of the lists of others', async () => {
    const absorbed = await absorbPapers(buildLists(papers), byId([first.id, undefined]), noPause);
    expect(absorbed?.removed).toEqual([first.id]);
    expect(absorbed?.index.ids).not.toContain(first.id);
    const { index, lists } = absorbed as NonNullable<typeof absorbed>;
    const named = index.ids.flatMap((id) => nearestIds({ index, lists }, id));
    expect(named).not.toContain(first.id);
    expect(named).not.toContain(undefined);
    expect(index.ids.map((_, slot) => listOf(lists.closest, slot)).every((list) => !list.includes(59))).toBe(
      true,
    );
  });

  it('takes a paper that changed out and in, once', async () => {
    const changed = { ...second, abstract: 'Now about zebrafish and draft verification.' };
    const absorbed = await absorbPapers(buildLists(papers), byId(changed), noPause);
    const { index, taken } = absorbed as NonNullable<typeof absorbed>;
    expect(index.ids).toEqual([...papers.map(({ id }) => id).filter((id) => id !== second.id), second.id]);
    expect([...taken].map((slot) => index.ids[slot])).toEqual([second.id]);
  });

  it('leaves what it was given as it was', async () => {
    const parts = buildLists(papers.slice(1));
    const before = structuredClone({ index: parts.index, sequences: parts.sequences, lists: parts.lists });
    await absorbPapers(
      parts,
      byId(first, { ...second, title: 'Changed' }, [papers[9]?.id ?? '', undefined]),
      noPause,
    );
    expect({ index: parts.index, sequences: parts.sequences, lists: parts.lists }).toEqual(before);
  });

  it('compares a day of papers with all others, and a first build with none: that comes with the refresh', async () => {
    const many = inventPapers(200);
    const day = await absorbPapers(buildLists(many.slice(0, 150)), byId(...many.slice(150)), noPause);
    const { index, lists, related, taken } = day as NonNullable<typeof day>;
    expect([...taken].filter((slot) => !related.has(slot))).toEqual([]);
    expect(related.size).toBeGreaterThan(taken.size);
    for (const slot of taken)
      expect(nearestIds({ index, lists }, index.ids[slot] as string)).toHaveLength(10);
    expect((await absorbPapers(emptyParts(), byId(...many), noPause))?.related.size).toBe(0);
  });

  it('stops where its pause ends it, with nothing changed', async () => {
    const parts = buildLists(papers.slice(1));
    const before = structuredClone(parts.lists);
    const killed = absorbPapers(parts, byId(first), () => Promise.reject(new Error('killed')));
    await expect(killed).rejects.toThrow('killed');
    expect(parts.lists).toEqual(before);
  });
});
