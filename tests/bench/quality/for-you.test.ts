// The protocol of the for-you measurement, by hand.
import { describe, expect, it } from 'vitest';
import { rankForYou } from '../../../lib/for-you/rank-for-you';
import { measureForYou, readersOf } from './for-you.mjs';

const listed = ['01', '02', '03', '04', '05', '06', '07', '08'].map((number) => `2601.000${number}`);
const [first = '', ...rest] = listed;
const papers = listed.map((id) => ({ id, title: id, abstract: '' }));
const queries = [{ paper: first, judgements: new Map(rest.map((id) => [id, 1])) }];
const collection = { name: 'example', papers, queries, measures: {} };

describe('the readers of a collection', () => {
  it('have saved the older half of a list and want the newer', () => {
    expect(readersOf(collection)).toEqual([{ saved: listed.slice(0, 4), wanted: listed.slice(4) }]);
  });

  it('are one for a list that stands under two of its papers', () => {
    const [second = ''] = rest;
    const others = listed.filter((id) => id !== second);
    const again = { paper: second, judgements: new Map(others.map((id) => [id, 2])) };
    expect(readersOf({ ...collection, queries: [...queries, again] })).toHaveLength(1);
  });

  it('are none for a short list, and for papers that are not there or not relevant', () => {
    expect(readersOf({ ...collection, papers: papers.slice(1) })).toEqual([]);
    const judgements = new Map(rest.map((id) => [id, 0]));
    expect(readersOf({ ...collection, queries: [{ paper: first, judgements }] })).toEqual([]);
  });
});

describe('the measurement', () => {
  const others = Array.from({ length: 400 }, (_, place) => ({
    id: `o${place}`,
    title: '',
    abstract: '',
    upvotes: 9,
  }));
  const crowded = { ...collection, papers: [...others, ...papers] };

  it('is full where every wanted paper is near a saved one, and empty for upvotes the others have', () => {
    const nearestTo = (id: string) => (listed.includes(id) ? listed : []);
    const { recall } = measureForYou(crowded, nearestTo, rankForYou);
    expect(recall).toMatchObject({ Papergloss: 1, 'by upvotes': 0 });
    expect(recall['by chance']).toBeCloseTo(20 / 44);
  });

  it('is empty where nothing is near', () => {
    expect(measureForYou(crowded, () => [], rankForYou).recall.Papergloss).toBe(0);
  });
});
