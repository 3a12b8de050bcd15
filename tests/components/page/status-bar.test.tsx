// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Status, StatusBar } from '../../../components/page/StatusBar';
import { useStatus } from '../../../components/page/use-status';

let say: (status: Status | undefined) => void;

function Page() {
  const said = useStatus();
  say = said.say;
  return <StatusBar status={said.status} onGone={said.forget} />;
}

const shown = () => screen.getByRole('status').textContent;
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

beforeEach(() => {
  vi.useFakeTimers();
  render(<Page />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('what a page says at its foot', () => {
  it('goes when its time is over', async () => {
    await act(() => say({ text: 'Saved', lasts: 3_000 }));
    await pass(2_999);
    expect(shown()).toBe('Saved');
    await pass(1);
    expect(shown()).toBe('');
  });

  it('stays where it has no time', async () => {
    await act(() => say({ text: 'Not saved', failed: true }));
    await pass(60_000);
    expect(shown()).toBe('Not saved');
  });

  it('has all of its time, however late in the time of another it is said', async () => {
    await act(() => say({ text: 'Saved', lasts: 3_000 }));
    await pass(2_000);
    await act(() => say({ text: 'Removed', lasts: 3_000 }));
    await pass(2_000);
    expect(shown()).toBe('Removed');
  });

  it('stays when it is said in the moment another’s time ends, before it is drawn', async () => {
    await act(() => say({ text: 'Saved', lasts: 3_000 }));
    say({ text: 'Removed', lasts: 3_000 });
    vi.advanceTimersByTime(3_000);
    await pass(0);
    expect(shown()).toBe('Removed');
  });

  it('stays while a reader is at its button', async () => {
    await act(() => say({ text: 'Removed', lasts: 3_000, action: { label: 'Undo', run() {} } }));
    screen.getByRole('button', { name: 'Undo' }).focus();
    await pass(10_000);
    expect(shown()).toContain('Removed');
    screen.getByRole('button', { name: 'Undo' }).blur();
    await pass(3_000);
    expect(shown()).toBe('');
  });
});
