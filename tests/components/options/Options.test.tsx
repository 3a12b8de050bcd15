// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { StorageSummary } from '../../../components/options/StorageGroup';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';
import { listSync, noBackup, optionsActions, refusal } from './options-fixtures';

const actions = optionsActions();
const storage: StorageSummary = { papers: 1482, days: 64, entries: 18, bytes: 5_210_000 };

function show(settings: Settings | undefined = defaultSettings, stored = storage) {
  const sites = ['arxiv.org', 'github.com'];
  const others = { backup: noBackup, listSync: listSync(), version: '1.2.3', actions };
  return render(<Options settings={settings} storage={stored} sites={sites} {...others} />);
}
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

/** Lets `ms` of the fake clock go by. */
async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the options', () => {
  it('show what is set', () => {
    show({
      ...defaultSettings,
      sitesOff: ['github.com'],
      horizonDays: 180,
      lookUpUncached: true,
      relatedInPages: true,
      theme: 'dark',
    });
    expect([checkbox('arxiv.org').checked, checkbox('github.com').checked]).toEqual([true, false]);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Days to keep' }).value).toBe('180');
    expect(checkbox('Look up papers that are not cached').checked).toBe(true);
    expect(checkbox('Related papers on other abstract pages').checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true);
  });

  it('give every setting a line of help', () => {
    show();
    const controls = [...document.querySelectorAll('.setting :is(input, select, button)')];
    const described = (control: Element) =>
      control.closest('[aria-describedby]')?.getAttribute('aria-describedby')?.split(' ')[0];
    expect(controls).toHaveLength(16);
    for (const control of controls) {
      expect(document.getElementById(described(control) ?? '')?.textContent?.length).toBeGreaterThan(20);
    }
  });

  it('draw no setting before they are read', () => {
    const others = { backup: noBackup, listSync: listSync(), version: '', actions };
    render(<Options settings={undefined} storage={storage} sites={[]} {...others} />);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('say what is sent to whom, and name the version', () => {
    show();
    expect(screen.getByText(/its arXiv identifier is sent to huggingface\.co/)).toBeTruthy();
    expect(screen.getByText(/stored in this browser only/)).toBeTruthy();
    expect(screen.getByText('Papergloss 1.2.3')).toBeTruthy();
  });
});

describe('a change of the options', () => {
  it.each<[string, () => void, object]>([
    [
      'the horizon',
      () => fireEvent.change(screen.getByRole('combobox'), { target: { value: '365' } }),
      { horizonDays: 365 },
    ],
    [
      'looking up',
      () => fireEvent.click(checkbox('Look up papers that are not cached')),
      { lookUpUncached: true },
    ],
    [
      'related papers in pages',
      () => fireEvent.click(checkbox('Related papers on other abstract pages')),
      { relatedInPages: true },
    ],
    ['the sync of the list', () => fireEvent.click(checkbox('Sync the reading list')), { syncList: true }],
    ['the theme', () => fireEvent.click(screen.getByRole('radio', { name: 'Light' })), { theme: 'light' }],
  ])('saves %s at once, and only that', async (_, change, patch) => {
    show();
    change();
    expect(actions.change.mock.calls).toEqual([[patch]]);
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  it('switches a site off, and on again', () => {
    show({ ...defaultSettings, sitesOff: ['github.com'] });
    fireEvent.click(checkbox('arxiv.org'));
    fireEvent.click(checkbox('github.com'));
    expect(actions.switchSite.mock.calls).toEqual([
      ['arxiv.org', false],
      ['github.com', true],
    ]);
  });

  it('says “Saved” for a moment', async () => {
    vi.useFakeTimers();
    show();
    fireEvent.click(checkbox('arxiv.org'));
    await pass(1);
    expect(screen.getByText('Saved')).toBeTruthy();
    await pass(3_000);
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('says when it was not saved, and shows what is set', async () => {
    actions.switchSite.mockRejectedValue(refusal('disk-full'));
    show();
    fireEvent.click(checkbox('arxiv.org'));
    expect(await screen.findByText('Not saved. The disk is full, nothing more can be stored.')).toBeTruthy();
    expect(checkbox('arxiv.org').checked).toBe(true);
  });
});

describe('the storage of the options', () => {
  const clear = () => fireEvent.click(screen.getByRole('button', { name: 'Clear the cache' }));

  it('says what is stored', () => {
    show();
    const amounts = [...document.querySelectorAll('dd')].map((amount) => amount.textContent);
    expect(amounts).toEqual(['1,482', '64', '18', '5.2 MB']);
  });

  it('leaves out the space where the browser does not say', () => {
    show(defaultSettings, { papers: 0, days: 0, entries: 0 });
    expect(screen.queryByText('Space used')).toBeNull();
  });

  it('clears the cache, once, and says that the reading list stays', async () => {
    let finish: (cleared: { papers: number }) => void = () => {};
    actions.clearCache.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    show();
    expect(screen.getByText(/Your reading list stays\./)).toBeTruthy();
    clear();
    clear();
    expect(screen.getByText('Clearing…')).toBeTruthy();
    finish({ papers: 1482 });
    expect(
      await screen.findByText('1,482 cached papers removed. Your reading list is untouched.'),
    ).toBeTruthy();
    expect(actions.clearCache).toHaveBeenCalledTimes(1);
  });

  it('says why it was not cleared', async () => {
    actions.clearCache.mockRejectedValue(refusal('internal'));
    show();
    clear();
    await waitFor(() => expect(screen.getByText(/^The cache was not cleared\./)).toBeTruthy());
  });
});
