import { describe, expect, it } from 'vitest';
import { changesSinceSaved } from '../../../components/library/changes-since-saved';
import type { WhenSaved } from '../../../lib/papers/reading-entry';
import type { CachedFacts } from '../../../lib/store/cached-facts';
import { cachedFacts } from './library-fixtures';

const then: WhenSaved = { at: 0, cached: true, upvotes: 44, hasCode: false, hasSummary: false };
const known: WhenSaved = { ...then, hasCode: true, hasSummary: true };

describe('what has changed since a paper was saved', () => {
  const table: [string, WhenSaved | undefined, CachedFacts | undefined, unknown[]][] = [
    ['more upvotes', then, cachedFacts({ upvotes: 128 }), [{ kind: 'upvotes', more: 84 }]],
    ['as many upvotes', then, cachedFacts({ upvotes: 44 }), []],
    ['fewer upvotes', then, cachedFacts({ upvotes: 40 }), []],
    ['code', then, cachedFacts({ upvotes: 44, repository: 'a/b' }), [{ kind: 'code' }]],
    ['a summary', then, cachedFacts({ upvotes: 44, hasSummary: true }), [{ kind: 'summary' }]],
    ['code and summary known before', known, cachedFacts({ repository: 'a/b', hasSummary: true }), []],
    [
      'everything',
      then,
      cachedFacts({ upvotes: 45, repository: 'a/b', hasSummary: true }),
      [{ kind: 'upvotes', more: 1 }, { kind: 'code' }, { kind: 'summary' }],
    ],
    [
      'a paper the cache did not have, now in the feed',
      { ...then, cached: false, upvotes: undefined },
      cachedFacts({ upvotes: 9, repository: 'a/b' }),
      [{ kind: 'listed' }],
    ],
    [
      'a paper from arXiv, now in the feed',
      { ...then, upvotes: undefined },
      cachedFacts({ upvotes: 9 }),
      [{ kind: 'listed' }],
    ],
    [
      'a paper only arXiv knows',
      { ...then, cached: false, upvotes: undefined },
      cachedFacts({ origin: 'arxiv', upvotes: undefined }),
      [],
    ],
    ['nothing cached any more', then, undefined, []],
    ['an entry from a file', undefined, cachedFacts({ upvotes: 9 }), []],
  ];

  it.each(table)('%s', (_, whenSaved, facts, changes) =>
    expect(changesSinceSaved({ whenSaved }, facts)).toEqual(changes),
  );
});
