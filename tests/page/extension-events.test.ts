import { describe, expect, it, vi } from 'vitest';
import { answerPageQuestions, watchReadingList } from '../../lib/page/extension-events';
import type { Target } from '../../lib/papers/target';

function createEvent<Args extends unknown[], Answer = void>() {
  type Listener = (...args: Args) => Answer;
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
  };
}

type Changes = Record<string, { newValue?: unknown }>;

describe('what reaches a content script', () => {
  it('tells of saved, changed and removed papers, and of nothing else that is stored', () => {
    const onChanged = createEvent<[Changes, string]>();
    const told = vi.fn();
    watchReadingList({ onChanged }, new AbortController().signal, told);
    onChanged.fire(
      { 'reading/2412.17747': { newValue: { status: 'done' } }, 'reading/hep-th/9901001': {} },
      'local',
    );
    onChanged.fire({ 'reading/2401.00001': { newValue: { status: 'dropped' } } }, 'local');
    onChanged.fire({ settings: { newValue: {} } }, 'local');
    onChanged.fire({ 'reading/2412.17747': { newValue: { status: 'reading' } } }, 'sync');
    expect(told.mock.calls).toEqual([
      ['2412.17747', 'done'],
      ['hep-th/9901001', undefined],
      ['2401.00001', 'dropped'],
    ]);
  });

  const askers: [who: string, sender: { id?: string; tab?: unknown }, answered: boolean][] = [
    ['the popup', { id: 'papergloss' }, true],
    ['another tab', { id: 'papergloss', tab: {} }, false],
    ['another extension', { id: 'other' }, false],
  ];
  it.each(askers)('tells what the page names when %s asks: %s', (_who, sender, answered) => {
    const onMessage = createEvent<
      [unknown, { id?: string; tab?: unknown }, (targets: Target[]) => void],
      undefined
    >();
    const respond = vi.fn();
    answerPageQuestions({ id: 'papergloss', onMessage }, new AbortController().signal, () => []);
    onMessage.fire({ type: 'page/targets' }, sender, respond);
    onMessage.fire({ type: 'look-up' }, sender, respond);
    onMessage.fire(undefined, sender, respond);
    expect(respond).toHaveBeenCalledTimes(answered ? 1 : 0);
  });
});
