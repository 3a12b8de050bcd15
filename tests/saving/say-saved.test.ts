import { describe, expect, it, vi } from 'vitest';
import type { SavingOutcome } from '../../lib/saving/save-target';
import { createToolbarVoice, outcomeText, type ToolbarButton } from '../../lib/saving/say-saved';
import { StoreError } from '../../lib/store/store-error';
import { entry } from './example-saving';

const saved: SavingOutcome = { kind: 'saved', entry: entry('2606.00001') };

/** A toolbar button that remembers what each tab shows, and a clock that the test lets go on. */
function toolbar() {
  const texts = new Map<number, string>();
  const titles = new Map<number, string>();
  const waits: (() => void)[] = [];
  const button = {
    setBadgeText: async ({ tabId, text }: { tabId?: number; text: string | null }) =>
      void texts.set(tabId ?? 0, text ?? ''),
    setTitle: async ({ tabId, title }: { tabId?: number; title: string | null }) =>
      void titles.set(tabId ?? 0, title ?? ''),
    setBadgeBackgroundColor: async () => {},
  };
  const say = createToolbarVoice(button, (ms) => {
    expect(ms).toBe(2_000);
    return new Promise<void>((resolve) => waits.push(resolve));
  });
  return { texts, titles, waits, say };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

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
    expect(outcomeText(outcome)).toBe(text);
  });

  it('names a full disk in the reader’s language', () => {
    const text = outcomeText({ kind: 'failed', error: new StoreError('disk-full', 'QuotaExceededError') });
    expect(text).toMatch(/^Not saved\. /);
    expect(text).not.toContain('QuotaExceededError');
  });
});

describe('the toolbar button', () => {
  it('shows for two seconds, in the tab alone, that a paper was saved', async () => {
    const { texts, titles, waits, say } = toolbar();
    const done = say(7, saved);
    await settled();
    expect([...texts]).toEqual([[7, '✓']]);
    expect(titles.get(7)).toBe('On your reading list: Title of 2606.00001');
    waits[0]?.();
    await done;
    expect([...texts]).toEqual([[7, '']]);
    expect(titles.get(7)).toBe('Papergloss');
  });

  it('has another mark for what was not saved', async () => {
    const { texts, say } = toolbar();
    void say(7, { kind: 'nothing' });
    await settled();
    expect(texts.get(7)).toBe('!');
  });

  it('does not wipe out what it said later in the same tab', async () => {
    const { texts, waits, say } = toolbar();
    const first = say(7, { kind: 'nothing' });
    await settled();
    void say(7, saved);
    void say(8, saved);
    await settled();
    waits[0]?.();
    await first;
    expect([texts.get(7), texts.get(8)]).toEqual(['✓', '✓']);
    waits[1]?.();
    await settled();
    expect([texts.get(7), texts.get(8)]).toEqual(['', '✓']);
  });

  it('bears a tab that is gone, an act outside of tabs, and a browser without badges', async () => {
    const setTitle = vi.fn<ToolbarButton['setTitle']>(() => Promise.reject(new Error('No tab with id: 7')));
    const say = createToolbarVoice({ setTitle }, async () => {});
    await expect(say(7, saved)).resolves.toBeUndefined();
    expect(setTitle).toHaveBeenCalledOnce();
    await say(undefined, saved);
    await say(-1, saved);
    expect(setTitle).toHaveBeenCalledOnce();
  });
});
