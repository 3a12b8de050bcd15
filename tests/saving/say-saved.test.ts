import { describe, expect, it } from 'vitest';
import type { SavingOutcome } from '../../lib/saving/save-target';
import { outcomeNote } from '../../lib/saving/say-saved';
import { StoreError } from '../../lib/store/store-error';
import { entry } from './example-saving';

const saved: SavingOutcome = { kind: 'saved', entry: entry('2606.00001') };

describe('what came of saving, in words', () => {
  const outcomes: [SavingOutcome, string][] = [
    [saved, 'On your reading list: Title of 2606.00001'],
    [{ kind: 'saved', entry: entry('2412.17747', '') }, 'On your reading list: arXiv:2412.17747'],
    [{ kind: 'nothing' }, 'No paper was found here.'],
    [{ kind: 'no-paper-of', slug: 'a/b' }, 'No cached paper belongs to a/b.'],
    [{ kind: 'several', papers: 12 }, 'This page names 12 papers. Open Papergloss to choose.'],
    [{ kind: 'failed', error: new StoreError('not-cached', 'Why.') }, 'Not saved. Why.'],
    [{ kind: 'failed', error: 'Why.' }, 'Not saved. Why.'],
  ];
  it.each(outcomes)('%j', (outcome, text) => {
    expect(outcomeNote(outcome)).toEqual({ done: outcome.kind === 'saved', text });
  });

  it('names a full disk in the reader’s language', () => {
    const error = new StoreError('disk-full', 'QuotaExceededError');
    const { text } = outcomeNote({ kind: 'failed', error });
    expect(text).toMatch(/^Not saved\. /);
    expect(text).not.toContain('QuotaExceededError');
  });
});
