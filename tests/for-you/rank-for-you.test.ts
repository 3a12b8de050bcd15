import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecentPaper, rankForYou, type Signal, signalWeight } from '../../lib/for-you/rank-for-you';

const now = Date.parse('2026-06-12T08:00Z');
const day = 86_400_000;

const signal = (id: string, change: Partial<Signal> = {}): Signal => ({
  id,
  title: `Title of ${id}`,
  keywords: [],
  kind: 'saved',
  weight: 1,
  at: now - day,
  neighbours: [],
  ...change,
});

const recent = (id: string, change: Partial<RecentPaper> = {}): RecentPaper => ({
  id,
  keywords: [],
  at: now - day,
  neighbours: [],
  ...change,
});

const rank = (signals: Signal[], papers: RecentPaper[], known: string[] = []) =>
  rankForYou(signals, papers, new Set(known), now);
const ids = (ranked: { id: string }[]) => ranked.map(({ id }) => id);
const many = (...names: string[]) => names.map((id) => recent(id));

describe('the papers for the reader', () => {
  it('are none as long as the reader has done nothing', () => {
    expect(rank([], [recent('a', { upvotes: 500 })])).toEqual([]);
  });

  it('are those near a saved paper, which is named', () => {
    expect(rank([signal('s', { neighbours: ['a'] })], many('a', 'b'))).toMatchObject([
      { id: 'a', reasons: [{ kind: 'saved', id: 's', title: 'Title of s' }] },
    ]);
  });

  it('are found from either side of nearness', () => {
    expect(ids(rank([signal('s')], [recent('a', { neighbours: ['s'] })]))).toEqual(['a']);
  });

  it('are near, too, where both are near the same others', () => {
    const near = ['x', 'y', 'z'];
    const papers = [recent('a', { neighbours: near }), recent('b', { neighbours: ['q'] })];
    expect(rank([signal('s', { neighbours: near })], papers)).toMatchObject([
      { id: 'a', reasons: [{ kind: 'saved', id: 's' }] },
    ]);
  });

  it('are not explained by the last place of two lists', () => {
    const list = (last: string, from: string) => [...'123456789'].map((place) => from + place).concat(last);
    const papers = [recent('a', { neighbours: list('x', 'mine') })];
    expect(rank([signal('s', { neighbours: list('x', 'theirs') })], papers)).toEqual([]);
  });

  it.each<[string, Partial<Signal>, Partial<Signal>]>([
    ['saved before opened', { kind: 'saved' }, { kind: 'opened' }],
    ['starred before merely saved', { weight: 1.6 }, {}],
    ['of lately before of long ago', {}, { at: now - 200 * day }],
  ])('are in the order of what the reader did: %s', (_, stronger, weaker) => {
    const signals = [
      signal('weaker', { ...weaker, neighbours: ['a'] }),
      signal('stronger', { ...stronger, neighbours: ['b'] }),
    ];
    expect(ids(rank(signals, many('a', 'b')))).toEqual(['b', 'a']);
  });

  it('stand higher, of two equally near, with more upvotes, and newer', () => {
    const signals = [signal('s'), signal('t'), signal('u')];
    const papers = [
      recent('plain', { neighbours: ['s'], at: now - 14 * day }),
      recent('newer', { neighbours: ['t'] }),
      recent('popular', { neighbours: ['u'], at: now - 14 * day, upvotes: 200 }),
    ];
    expect(ids(rank(signals, papers))).toEqual(['popular', 'newer', 'plain']);
  });

  it('leave out what was saved, opened or dismissed', () => {
    const kinds = ['saved', 'opened', 'dismissed'] as const;
    const signals = kinds.map((kind) => signal(kind, { kind, neighbours: [...kinds] }));
    expect(rank(signals, many(...kinds))).toEqual([]);
  });

  it('leave out what the reader knows, though it no longer counts', () => {
    expect(ids(rank([signal('s', { neighbours: ['a', 'b'] })], many('a', 'b'), ['a']))).toEqual(['b']);
  });

  it('are not given because of what was dismissed or dropped', () => {
    const signals = [
      signal('x', { kind: 'dismissed', neighbours: ['a'], keywords: ['k'] }),
      signal('y', { weight: -0.5, neighbours: ['b'], keywords: ['l'] }),
    ];
    const papers = [recent('a', { keywords: ['k'] }), recent('b', { keywords: ['l'] }), ...many('c', 'd')];
    expect(rank(signals, papers)).toEqual([]);
  });

  it('count half as much for what was done sixty days ago', () => {
    expect(signalWeight(signal('s', { at: now - 60 * day }), now)).toBeCloseTo(0.5);
  });

  it('count what is said to be done in the future as done now', () => {
    expect(signalWeight(signal('s', { at: now + 60 * day }), now)).toBe(1);
  });
});

describe('keywords', () => {
  const others = many('v', 'w', 'x', 'y', 'z');

  it('that are rare are a reason, whatever their spelling', () => {
    const papers = [recent('a', { keywords: ['speculative decodings'] }), ...others];
    expect(rank([signal('s', { keywords: ['Speculative-Decoding'] })], papers)).toMatchObject([
      { id: 'a', reasons: [{ kind: 'keyword', keyword: 'speculative decodings' }] },
    ]);
  });

  it('that most papers carry are none', () => {
    const papers = ['a', 'b', 'c', 'd'].map((id) => recent(id, { keywords: ['large language models'] }));
    expect(rank([signal('s', { keywords: ['large language models'] })], [...papers, recent('e')])).toEqual(
      [],
    );
  });

  it('that the reader dismissed count against a paper', () => {
    const signals = [
      signal('s', { keywords: ['agents', 'robots'] }),
      signal('x', { kind: 'dismissed', keywords: ['robots'] }),
      signal('y', { kind: 'dismissed', keywords: ['Robot'] }),
    ];
    const papers = [
      recent('a', { keywords: ['agents'] }),
      recent('b', { keywords: ['agents', 'robots'] }),
      ...others,
    ];
    expect(ids(rank(signals, papers))).toEqual(['a', 'b']);
    expect(ids(rank([signal('s', { keywords: ['agents', 'robots'] })], papers))).toEqual(['b', 'a']);
  });

  it('of no letters and digits are none', () => {
    expect(rank([signal('s', { keywords: ['—', ''] })], [recent('a', { keywords: ['…', ''] })])).toEqual([]);
  });
});

describe('reasons', () => {
  const others = many('v', 'w', 'x', 'y', 'z');
  const keywords = ['agents', 'robots', 'tables'];

  it('are two at most: the nearest paper and the keyword that says most', () => {
    const signals = [
      signal('s', { neighbours: ['a'], keywords }),
      signal('t', { neighbours: ['q', 'a'], keywords: ['robots'] }),
    ];
    const [first] = rank(signals, [recent('a', { keywords }), ...others]);
    expect(first?.reasons).toEqual([
      { kind: 'saved', id: 's', title: 'Title of s' },
      { kind: 'keyword', keyword: 'robots' },
    ]);
  });

  it('are two keywords where no paper is near', () => {
    const [first] = rank([signal('s', { keywords })], [recent('a', { keywords }), ...others]);
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['keyword', 'keyword']);
  });

  it('have the stronger one first, be it a keyword', () => {
    const list = [...'12345678'].map((place) => `q${place}`);
    const signals = [
      signal('o', { kind: 'opened', at: now - 200 * day, neighbours: [...list, 'a'] }),
      ...['s', 't', 'u'].map((id) => signal(id, { keywords: ['agents'] })),
    ];
    const [first] = rank(signals, [recent('a', { keywords: ['agents'] }), ...others]);
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['keyword', 'opened']);
  });
});

describe('whatever the reader did and the feed has', () => {
  const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const anyKeywords = fc.array(fc.constantFrom('x', 'y', 'z', 'Y', ''), { maxLength: 3 });
  const anyNear = fc.uniqueArray(fc.oneof(anyId, fc.constantFrom('s', 't', 'u', 'v')), { maxLength: 5 });
  const anySignals = fc
    .uniqueArray(
      fc.record({
        id: fc.oneof(anyId, fc.constantFrom('s', 't', 'u', 'v')),
        keywords: anyKeywords,
        kind: fc.constantFrom<Signal['kind']>('saved', 'opened', 'dismissed'),
        weight: fc.constantFrom(-0.5, 1, 1.6),
        at: fc.integer({ min: now - 300 * day, max: now + day }),
        neighbours: anyNear,
      }),
      { selector: ({ id }) => id },
    )
    .map((signals) => signals.map(({ id, ...change }) => signal(id, change)));
  const anyRecent = fc
    .uniqueArray(fc.record({ id: anyId, keywords: anyKeywords, upvotes: fc.nat(500), neighbours: anyNear }), {
      selector: ({ id }) => id,
    })
    .map((papers) => papers.map(({ id, ...change }) => recent(id, change)));
  const scores = (signals: Signal[], papers: RecentPaper[]) =>
    new Map(rank(signals, papers).map(({ id, score }) => [id, score]));

  it('the order it comes in makes no difference', () => {
    fc.assert(
      fc.property(anySignals, anyRecent, (signals, papers) => {
        expect(rank(signals.toReversed(), papers.toReversed())).toEqual(rank(signals, papers));
      }),
    );
  });

  it('every paper is there once, not handled yet, with one or two reasons', () => {
    fc.assert(
      fc.property(anySignals, anyRecent, (signals, papers) => {
        const ranked = rank(signals, papers);
        const handled = new Set(ids(signals));
        expect(new Set(ids(ranked)).size).toBe(ranked.length);
        for (const { id, reasons, score } of ranked) {
          expect(handled.has(id)).toBe(false);
          expect([1, 2]).toContain(reasons.length);
          expect(score).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('dismissing a paper, opened before or not, raises no other', () => {
    fc.assert(
      fc.property(
        anySignals,
        anyRecent,
        anyId,
        anyKeywords,
        anyNear,
        (signals, papers, id, keywords, near) => {
          const before = signals.find((known) => known.id === id) ?? { keywords, neighbours: near };
          fc.pre(!('kind' in before) || before.kind === 'opened');
          const dismissed = signal(id, { ...before, kind: 'dismissed', weight: 1, at: now });
          const after = scores([...signals.filter((known) => known.id !== id), dismissed], papers);
          const scoresBefore = scores(signals, papers);
          for (const [other, score] of after) {
            expect(score).toBeLessThanOrEqual((scoresBefore.get(other) ?? 0) + 1e-9);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is at least as good for a paper after one more near it was saved', () => {
    fc.assert(
      fc.property(anySignals, anyRecent, (signals, papers) => {
        const wanted = papers.find(({ id }) => signals.every((known) => known.id !== id));
        fc.pre(wanted !== undefined);
        const saved = signal('w', { neighbours: [wanted?.id ?? ''] });
        const score = (after: Map<string, number>) => after.get(wanted?.id ?? '') ?? 0;
        // Keywords of the others weigh a little less with every paper, and nearness outweighs that.
        expect(score(scores([...signals, saved], papers))).toBeGreaterThanOrEqual(
          score(scores(signals, papers)),
        );
      }),
    );
  });
});
