// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFileGroup } from '../../../components/options/SettingsFileGroup';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/settings-file';
import { optionsActions, refusal } from './options-fixtures';

const { saveFile, change, allowNotifications } = optionsActions();
const show = (settings: Settings = defaultSettings) =>
  render(<SettingsFileGroup settings={settings} actions={{ saveFile, change, allowNotifications }} />);

function choose(text: string) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'settings.json')] });
  fireEvent.change(input);
}
const chooseSettings = (settings: Partial<Settings>) =>
  choose(writeSettingsFile({ ...defaultSettings, ...settings }));
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const changes = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

beforeEach(() => {
  for (const action of [saveFile, change, allowNotifications]) action.mockReset();
});
afterEach(cleanup);

describe('the settings as a file', () => {
  it('are saved as they are', async () => {
    const settings: Settings = { ...defaultSettings, theme: 'dark' };
    show(settings);
    await press('Save to a file');
    const [[name, text] = []] = saveFile.mock.calls;
    expect(name).toBe('papergloss-settings.json');
    expect(readSettingsFile(text ?? '').settings.theme).toBe('dark');
  });

  it('show what would change, and change nothing before the reader says so', async () => {
    show();
    chooseSettings({
      theme: 'dark',
      horizonDays: 365,
      toolbarBadge: 'none',
      sitesOff: ['github.com'],
      watchRules: [{ kind: 'keyword', text: 'agents' }],
    });
    expect(await screen.findByText('These settings would change:')).toBeTruthy();
    expect(changes()).toEqual([
      'Sites switched off: github.com instead of none',
      'Days to keep: 1 year instead of 90 days',
      'Watch rules: agents instead of none',
      'Number on the toolbar button: None instead of Newest day',
      'Theme: Dark instead of Auto',
    ]);
    expect(change).not.toHaveBeenCalled();
    await press('Leave them');
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(change).not.toHaveBeenCalled();
  });

  it('are changed, those that differ alone, when the reader says so', async () => {
    show();
    chooseSettings({ theme: 'dark' });
    await press('Change them');
    expect(await screen.findByText('The settings of the file are in force.')).toBeTruthy();
    expect(change.mock.calls).toEqual([[{ theme: 'dark' }]]);
    expect(allowNotifications).not.toHaveBeenCalled();
  });

  it('leave the digest off where notifications are not allowed, and say so', async () => {
    allowNotifications.mockResolvedValue(false);
    show();
    chooseSettings({ theme: 'dark', digestHour: 8 });
    await press('Change them');
    expect(await screen.findByText(/but for the morning digest/)).toBeTruthy();
    expect(change.mock.calls).toEqual([[{ theme: 'dark' }]]);
  });

  it('say where nothing would change, and what was left out', async () => {
    show();
    choose('{"format":"papergloss-settings","version":1,"settings":{"theme":"auto","optionalOrigins":[]}}');
    expect(await screen.findByText('Everything in this file is set like that already.')).toBeTruthy();
    expect(screen.getByText('Not taken from the file: optionalOrigins.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change them' })).toBeNull();
  });

  it.each<[what: string, text: string, said: RegExp]>([
    ['another file', '{"format":"papergloss-reading-list"}', /holds no settings of Papergloss/],
    ['no JSON', 'theme = dark', /is no JSON/],
    ['too much', ' '.repeat(100_001), /larger than 100 kB/],
    [
      'a wrong value',
      '{"format":"papergloss-settings","version":1,"settings":{"theme":"sepia"}}',
      /no such value for “theme”/,
    ],
    [
      'one of a newer version',
      '{"format":"papergloss-settings","version":9,"settings":{}}',
      /newer Papergloss/,
    ],
  ])('say why %s is not read', async (_, text, said) => {
    show();
    choose(text);
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(said));
    expect(screen.queryByRole('button', { name: 'Change them' })).toBeNull();
  });

  it('say why they were not changed, and can be tried again', async () => {
    change.mockRejectedValueOnce(refusal('disk-full'));
    show();
    chooseSettings({ theme: 'dark' });
    await press('Change them');
    expect(await screen.findByText(/^Not changed\. The disk is full/)).toBeTruthy();
    await press('Change them');
    expect(await screen.findByText('The settings of the file are in force.')).toBeTruthy();
  });
});
