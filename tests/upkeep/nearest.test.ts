import { describe, expect, it } from 'vitest';
import { alikeTo, nearTo, refreshClosest, refreshNearest, relateNew } from '../../lib/related/nearest';
import { sequenceOf } from '../../lib/related/paper-index';
import { rankText } from '../../lib/related/rank-text';
import { createRanker } from '../../lib/related/ranker';
import { vectorOfSlot } from '../../lib/related/similarity';
import { clearList, listOf } from '../../lib/related/slot-lists';
import { paper } from '../store/stored-papers';
import { buildLists, nearestIds } from './index-in-memory';
import { inventPapers } from './invented-papers';

const papers = inventPapers(80);
const built = () => buildLists(papers);

const text = (id: string, title: string, abstract: string, more: object = {}) =>
  paper(id, { title, abstract, ...more });

describe('how alike texts are', () => {
  const { weighed, index, sequences } = built();

  it('is the cosine of their words: 1 with themselves, never more, the same from both sides', () => {
    const alike = index.ids.map((_, slot) => alikeTo(weighed, sequenceOf(sequences, slot)));
    for (const [slot, others] of alike.entries()) {
      expect(others[slot]).toBeCloseTo(1, 4);
      expect(Math.max(...others)).toBeLessThan(1.0001);
      expect(Math.min(...others)).toBeGreaterThanOrEqual(0);
      for (const [other, value] of others.entries()) expect(value).toBeCloseTo(alike[other]?.[slot] ?? -1, 4);
    }
  });

  it('has nothing to do with names', () => {
    const same = { organization: 'One Lab', authors: ['Ada Lindqvist'], repository: 'one/lab' };
    const named = buildLists([
      text('2606.00001', 'Proteins that fold', 'Chains bend.', same),
      text('2606.00002', 'Robots that walk', 'Legs swing.', same),
    ]);
    expect([...alikeTo(named.weighed, sequenceOf(named.sequences, 0), 0)]).toEqual([0, 0]);
  });

  it('is measured by vectors of length 1, and by none for a paper without words', () => {
    const { weights } = vectorOfSlot(weighed, 3);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 5);
    const silent = buildLists([...papers, text('2606.00001', '…', '')]);
    expect(vectorOfSlot(silent.weighed, papers.length)).toEqual({ terms: [], weights: [] });
    expect(nearestIds(silent, '2606.00001')).toEqual([]);
  });
});

describe('how near papers are', () => {
  it('is the same from both sides', () => {
    const { weighed, lists, index, sequences } = built();
    const near = index.ids.map((_, slot) =>
      nearTo(weighed, lists.closest, {
        alike: alikeTo(weighed, sequenceOf(sequences, slot), slot),
        closest: listOf(lists.closest, slot),
        title: index.titles[slot] as number,
        repository: weighed.repository[slot] as number,
      }),
    );
    for (const [slot, others] of near.entries()) {
      for (const [other, value] of others.entries()) {
        if (other !== slot) expect(value).toBeCloseTo(near[other]?.[slot] ?? -1, 3);
      }
    }
  });

  it('is what the ranker says, for every paper', () => {
    const whole = built();
    const ranker = createRanker(papers);
    for (const { id } of papers) {
      expect(nearestIds(whole, id)).toEqual(ranker.related(id, 10).map((related) => related.id));
    }
  });

  it('is found for a text the index does not hold as for the same text inside it, but for that itself', () => {
    const { weighed, lists, index } = built();
    const [asked] = papers as [(typeof papers)[number]];
    const inside = rankText(weighed, lists, asked, 5).map(({ slot }) => index.ids[slot]);
    expect(inside).not.toContain(asked.id);
    const outside = rankText(weighed, lists, { ...asked, id: '' }, 5).map(({ slot }) => index.ids[slot]);
    expect(outside).not.toContain(asked.id);
  });

  it('leaves out other versions of a paper', () => {
    const [first] = papers as [(typeof papers)[number]];
    const sameTitle = { ...first, id: '2606.00001', abstract: 'Written anew, draft and verification.' };
    const sameText = { ...first, id: '2606.00002', title: first.title.split(' ').toReversed().join(' ') };
    const whole = buildLists([...papers, sameTitle, sameText]);
    expect(nearestIds(whole, first.id)).not.toContain('2606.00001');
    expect(nearestIds(whole, first.id)).not.toContain('2606.00002');
    expect(nearestIds(whole, '2606.00001')).not.toContain(first.id);
  });

  it('is more for papers of one repository', () => {
    const [first, ...others] = papers as [(typeof papers)[number], ...typeof papers];
    const far = nearestIds(built(), first.id).at(-1);
    const sibling = { repository: 'one/lab' };
    const whole = buildLists([
      { ...first, ...sibling },
      ...others.map((one) => (one.id === far ? { ...one, ...sibling } : { ...one, repository: undefined })),
    ]);
    expect(nearestIds(whole, first.id)[0]).toBe(far);
  });

  it('puts the newest first among equals', () => {
    const twin = (id: string, day: string) => text(id, `Twin ${id}`, 'zebrafish regrow fins', { day });
    const asked = text('2606.00009', 'Asked', 'zebrafish fins');
    const others = inventPapers(20, 5);
    const whole = buildLists([
      asked,
      twin('2606.00001', '2026-06-01'),
      twin('2606.00002', '2026-06-03'),
      twin('2606.00003', '2026-06-02'),
      ...others,
    ]);
    const twins = nearestIds(whole, asked.id).filter((id) => id.startsWith('2606.0000'));
    expect(twins).toEqual(['2606.00002', '2606.00003', '2606.00001']);
  });
});

describe('lists', () => {
  it('made anew tell whether they changed', () => {
    const { weighed, lists } = built();
    refreshClosest(weighed, lists, 4);
    expect(refreshNearest(weighed, lists, 4)).toBe(false);
    // The others moved up by one, as if the nearest had come last.
    const { room, slots } = lists.nearest;
    slots.copyWithin(4 * room, 4 * room + 1, 5 * room);
    expect(refreshNearest(weighed, lists, 4)).toBe(true);
  });

  it('made for the first time are told from those that changed', () => {
    const { weighed, lists } = built();
    clearList(lists.nearest, 4);
    expect(refreshNearest(weighed, lists, 4)).toBe('new');
  });

  it('of new papers enter those of the others, and name whose changed', () => {
    const { weighed, lists, index } = built();
    const whole = built();
    const fresh = [70, 71];
    // As they are before the two came.
    for (const slot of fresh) {
      clearList(lists.closest, slot);
      clearList(lists.nearest, slot);
    }
    const steps = relateNew(weighed, lists, fresh);
    let step = steps.next();
    while (!step.done) step = steps.next();
    for (const slot of fresh) {
      expect(step.value.has(slot)).toBe(true);
      const id = index.ids[slot] as string;
      expect(nearestIds({ index, lists }, id)).toEqual(nearestIds(whole, id));
    }
    for (const [slot, id] of index.ids.entries()) {
      const named = nearestIds({ index, lists }, id).length;
      expect(new Set(nearestIds({ index, lists }, id)).size, `${slot}: nobody twice`).toBe(named);
    }
  });
});
