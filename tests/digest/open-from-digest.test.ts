import { describe, expect, it, vi } from 'vitest';
import { type OpeningBrowser, openFromDigest } from '../../lib/digest/open-from-digest';

const page = 'chrome-extension://papergloss/sidepanel.html';

function browser({ opens = true, front = { id: 3 } as { id: number } | null, hasWindows = true } = {}) {
  const calls: string[] = [];
  const noting = (name: string, answer: () => unknown) =>
    vi.fn(async (...args: unknown[]) => {
      calls.push(`${name} ${args.map((arg) => JSON.stringify(arg)).join(' ')}`.trim());
      return answer();
    });
  const refuse = () => {
    throw new Error('needs a click');
  };
  const parts = {
    action: { openPopup: noting('openPopup', opens ? () => undefined : refuse) },
    tabs: { create: noting('tab', () => ({})) },
    windows: hasWindows
      ? {
          getLastFocused: async () => front ?? Promise.reject(new Error('No window')),
          update: noting('focus', () => ({})),
          create: noting('window', () => ({})),
        }
      : undefined,
  };
  return { calls, parts: parts as unknown as OpeningBrowser };
}

describe('a click on the digest', () => {
  it('brings the browser to the front and opens the popup', async () => {
    const { calls, parts } = browser();
    await openFromDigest(parts, page);
    expect(calls).toEqual(['focus 3 {"focused":true}', 'openPopup']);
  });

  it('opens the list in a tab where the browser wants a click of its own for the popup', async () => {
    const { calls, parts } = browser({ opens: false });
    await openFromDigest(parts, page);
    expect(calls.at(-1)).toBe(`tab {"url":"${page}"}`);
  });

  it('opens a window where the browser runs on without one', async () => {
    const { calls, parts } = browser({ front: null });
    await openFromDigest(parts, page);
    expect(calls).toEqual([`window {"url":"${page}"}`]);
  });

  it('does without windows where there are none, as in Firefox for Android', async () => {
    const { calls, parts } = browser({ hasWindows: false, opens: false });
    await openFromDigest(parts, page);
    expect(calls).toEqual(['openPopup', `tab {"url":"${page}"}`]);
  });
});
