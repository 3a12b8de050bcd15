// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { StorageSummary } from '../../../components/options/StorageGroup';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';
import { listSync, noBackup, noDiagnosis, optionsActions, refusal } from './options-fixtures';

const actions = optionsActions();
const storage: StorageSummary = { papers: 1482, days: 64, entries: 18, bytes: 5_210_000 };

function show(settings: Settings | undefined = defaultSettings, stored = storage) {
  const sites = ['arxiv.org', 'github.com'];
  const others = {
    requests: [],
    backup: noBackup,
    listSync: listSync(),
    version: '1.2.3',
    actions,
    ...noDiagnosis,
  };
  return render(<Options settings={settings} storage={stored} sites={sites} {...others} />);
}
const digest = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Morning digest' });
const horizon = () => screen.getByRole('combobox', { name: 'Days to keep' });
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
      thumbnails: true,
      onlyUnseen: true,
      toolbarBadge: 'page',
      digestHour: 8,
    });
    expect([checkbox('arxiv.org').checked, checkbox('github.com').checked]).toEqual([true, false]);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Days to keep' }).value).toBe('180');
    expect(checkbox('Look up papers that are not cached').checked).toBe(true);
    expect(checkbox('Related papers on other abstract pages').checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true);
    expect(checkbox('Small pictures in lists').checked).toBe(true);
    expect(checkbox('Only unseen papers').checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Current page' }).checked).toBe(true);
    expect(digest().value).toBe('8');
  });

  it('give every setting a line of help', () => {
    show();
    const controls = [...document.querySelectorAll('.setting :is(input, select, button)')];
    const described = (control: Element) =>
      control.closest('[aria-describedby]')?.getAttribute('aria-describedby')?.split(' ')[0];
    expect(controls).toHaveLength(31);
    for (const control of controls) {
      expect(document.getElementById(described(control) ?? '')?.textContent?.length).toBeGreaterThan(20);
    }
  });

  it('draw no setting before they are read', () => {
    const others = {
      requests: [],
      backup: noBackup,
      listSync: listSync(),
      version: '',
      actions,
      ...noDiagnosis,
    };
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
    ['the horizon', () => fireEvent.change(horizon(), { target: { value: '365' } }), { horizonDays: 365 }],
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
    ['small pictures', () => fireEvent.click(checkbox('Small pictures in lists')), { thumbnails: true }],
    ['only unseen', () => fireEvent.click(checkbox('Only unseen papers')), { onlyUnseen: true }],
    [
      'what the toolbar button counts',
      () => fireEvent.click(screen.getByRole('radio', { name: 'None' })),
      { toolbarBadge: 'none' },
    ],
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

describe('the morning digest', () => {
  const choose = (hour: string) => fireEvent.change(digest(), { target: { value: hour } });

  it('is switched on once the browser lets it notify, which is asked while the choice is handled', async () => {
    actions.allowNotifications.mockResolvedValue(true);
    show();
    choose('7');
    expect(actions.allowNotifications).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(actions.change.mock.calls).toEqual([[{ digestHour: 7 }]]));
  });

  it.each<[string, () => void]>([
    ['the reader says no', () => actions.allowNotifications.mockResolvedValue(false)],
    ['the browser does not ask', () => actions.allowNotifications.mockRejectedValue(new Error('no gesture'))],
  ])('stays off and says so where %s', async (_, refuse) => {
    refuse();
    show();
    choose('7');
    expect(await screen.findByText('The digest stays off: notifications were not allowed.')).toBeTruthy();
    expect(digest().value).toBe('off');
    expect(actions.change).not.toHaveBeenCalled();
  });

  it('is switched off without asking', async () => {
    show({ ...defaultSettings, digestHour: 7 });
    choose('off');
    await waitFor(() => expect(actions.change.mock.calls).toEqual([[{ digestHour: null }]]));
    expect(actions.allowNotifications).not.toHaveBeenCalled();
  });
});

describe('what is learned for the reader', () => {
  it('is forgotten at a press', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Start afresh' }));
    expect(await screen.findByText('From now on only what you save, open and dismiss counts.')).toBeTruthy();
    expect(actions.resetForYou).toHaveBeenCalledTimes(1);
  });
});

describe('the search over the options', () => {
  const search = (text: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: 'Search the options' }), { target: { value: text } });
  const found = () =>
    [...document.querySelectorAll('.setting:not([hidden]) :is(label[for], .setting-name)')].map(
      (label) => label.textContent,
    );
  const links = () => within(screen.getByRole('navigation')).queryAllByRole('link');

  it('leaves what holds the words in label or help, marks them and says how many', () => {
    show();
    search('HORIZON fetched');
    expect(screen.getByText('Nothing found for “HORIZON fetched”.')).toBeTruthy();
    search('Kéep Däily');
    expect(found()).toEqual(['Days to keep']);
    const marks = [...document.querySelectorAll('.setting:not([hidden]) mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['keep', 'Daily']);
    expect(screen.getByText('1 found')).toBeTruthy();
  });

  it('finds all of a group by its name', () => {
    show();
    search('backup');
    expect(found()).toEqual(expect.arrayContaining(['A folder of yours', 'A file']));
    expect(links().map((link) => link.getAttribute('href'))).toContain('#backup');
    expect(links().map((link) => link.getAttribute('href'))).not.toContain('#appearance');
  });

  it('shows everything again when it is cleared', () => {
    show();
    const all = found().length;
    search('theme');
    expect(found().length).toBeLessThan(all);
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Search the options' }), { key: 'Escape' });
    expect(found()).toHaveLength(all);
    expect(document.querySelector('mark')).toBeNull();
    expect(links()).toHaveLength(15);
  });

  it('is where the key / leads', () => {
    show();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search the options' }));
  });
});

it('every link of the options leads to a group, and the last one to the licences', () => {
  show();
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href')?.slice(1) ?? '');
  const groups = [...document.querySelectorAll('section')].map(({ id }) => id);
  expect(links).toEqual([...groups, 'NOTICE.txt']);
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
    expect(screen.getByText(/fetched again over time\. Your reading list stays\./)).toBeTruthy();
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
