import { describe, expect, it } from 'vitest';
import { effectiveChange } from '../../../components/library/effective-change';
import { entry } from './library-fixtures';

const before = entry('1', { status: 'reading', stars: 2, tags: ['a', 'b'], note: 'x' });

describe('what of a change would change something', () => {
  it.each([
    ['another status', { status: 'done' }, { status: 'done' }],
    ['the same status', { status: 'reading' }, undefined],
    ['no stars', { stars: 0 }, { stars: 0 }],
    ['the same note', { note: 'x' }, undefined],
    ['an empty note', { note: '' }, { note: '' }],
    ['not snoozed, which it is not', { snoozedUntil: null }, undefined],
    ['snoozed', { snoozedUntil: '2026-06-20' }, { snoozedUntil: '2026-06-20' }],
    ['tags of which one is there', { addTags: ['a', 'c'] }, { addTags: ['c'] }],
    ['tags off of which one is not there', { removeTags: ['a', 'c'] }, { removeTags: ['a'] }],
    ['nothing', {}, undefined],
  ] as const)('%s', (_, asked, change) =>
    expect(effectiveChange(before, structuredClone(asked) as never)).toEqual(change),
  );
});
