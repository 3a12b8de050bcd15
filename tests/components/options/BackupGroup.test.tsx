// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupFolderView, BackupGroup, type BackupView } from '../../../components/options/BackupGroup';
import type { BackupFailure } from '../../../lib/backup/backup-error';
import { optionsActions, refusal } from './options-fixtures';

const actions = optionsActions();
const show = (backup: Partial<BackupView> = {}) =>
  render(<BackupGroup backup={{ canChoose: true, ...backup }} actions={actions} />);
const folder = (fields: Partial<BackupFolderView> = {}): Partial<BackupView> => ({
  folder: { name: 'Papers', permission: 'granted', ...fields },
});
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
});
afterEach(cleanup);

describe('the backup of the options', () => {
  it('offers a folder and a file', () => {
    show();
    expect(buttons()).toEqual(['Choose a folder…', 'Download a backup']);
  });

  it('offers a file alone where the browser writes into no folder', () => {
    show({ canChoose: false });
    expect(buttons()).toEqual(['Download a backup']);
  });

  it.each<[string, Partial<BackupFolderView>, RegExp]>([
    ['nothing yet', {}, /^Nothing has been written yet\.$/],
    [
      'many papers',
      { lastWrite: Date.now() - 7_200_000, entries: 1_312 },
      /^Written 2.?h.* ago, with 1,312 papers\.$/,
    ],
    ['one paper', { lastWrite: Date.now(), entries: 1 }, /^Written just now, with 1 paper\.$/],
    ['an empty list', { lastWrite: Date.now(), entries: 0 }, /^Written just now, with 0 papers\.$/],
  ])('says into which folder, and when: %s', (_, fields, text) => {
    show(folder(fields));
    expect(screen.getByText('Folder “Papers”')).toBeTruthy();
    expect(screen.getByText(text)).toBeTruthy();
    expect(buttons()).toEqual(['Back up now', 'Stop', 'Download a backup']);
  });

  it('keeps the name of a folder text', () => {
    show(folder({ name: '<img src=x>' }));
    expect(document.querySelector('img')).toBeNull();
  });

  it.each<[string, Partial<BackupFolderView>]>([
    ['the browser says so', { permission: 'prompt' }],
    ['the browser says no', { permission: 'denied' }],
    ['the background was not let', { failure: { code: 'not-allowed', detail: '' } }],
  ])('is paused where %s, and can be allowed again', async (_, fields) => {
    actions.allowFolder.mockResolvedValue({ allowed: true });
    show(folder(fields));
    expect(screen.getByText(/^Backup is paused:/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull();
    press('Allow the folder again');
    expect(await screen.findByText('Backed up.')).toBeTruthy();
  });

  it('is not called paused while the browser is asked', () => {
    show(folder({ permission: undefined }));
    expect(screen.queryByText(/^Backup is paused:/)).toBeNull();
  });

  it('says that the reader refused', async () => {
    actions.allowFolder.mockResolvedValue({ allowed: false });
    show(folder({ permission: 'prompt' }));
    press('Allow the folder again');
    expect(await screen.findByText('The folder was not allowed. Backup stays paused.')).toBeTruthy();
  });

  it.each<[BackupFailure, RegExp]>([
    [{ code: 'folder-gone', detail: '' }, /^Not backed up\. The folder is not there any more\./],
    [{ code: 'disk-full', detail: '' }, /^Not backed up\. The disk is full\.$/],
    [{ code: 'name-taken', detail: '' }, /^Not backed up\. Another folder in it/],
    [{ code: 'file-in-use', detail: '' }, /^Not backed up\. Another program/],
    [{ code: 'list-empty', detail: '312' }, /^Not backed up\. .* the backup in the folder has 312 papers/],
    [{ code: 'list-empty', detail: '' }, /^Not backed up\. .* the backup in the folder may not be/],
    [{ code: 'store', detail: 'x' }, /^Not backed up\. Your reading list on this machine/],
    [{ code: 'internal', detail: 'x < y' }, /^Not backed up\. .*\(x < y\)$/],
  ])('says what failed: %o', (failure, text) => {
    show(folder({ failure }));
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe('an action on the backup', () => {
  it('says nothing where the reader closed the picker', async () => {
    actions.chooseFolder.mockResolvedValue({ chosen: false });
    show();
    press('Choose a folder…');
    await Promise.resolve();
    expect(actions.chooseFolder).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Backed up.')).toBeNull();
  });

  it('runs once at a time, and says what came of it', async () => {
    let finish: (outcome: object) => void = () => {};
    actions.backUpNow.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    show(folder());
    press('Back up now');
    press('Back up now');
    press('Stop');
    expect(screen.getByText('Backing up…')).toBeTruthy();
    finish({});
    expect(await screen.findByText('Backed up.')).toBeTruthy();
    expect(actions.backUpNow).toHaveBeenCalledTimes(1);
    expect(actions.stopBackup).not.toHaveBeenCalled();
  });

  it('does not claim a backup that failed', async () => {
    actions.backUpNow.mockResolvedValue({ failure: { code: 'disk-full', detail: '' } });
    show(folder());
    press('Back up now');
    await Promise.resolve();
    expect(screen.queryByText('Backed up.')).toBeNull();
  });

  it('says that the files stay when it stops', async () => {
    actions.stopBackup.mockResolvedValue(undefined);
    show(folder());
    press('Stop');
    expect(await screen.findByText('Backup is off. The files in the folder stay.')).toBeTruthy();
  });

  it('says why it could not be done', async () => {
    actions.chooseFolder.mockRejectedValue(refusal('disk-full'));
    show();
    press('Choose a folder…');
    expect(await screen.findByText(/^Not backed up\. The disk is full/)).toBeTruthy();
  });

  it('hands out a file, and says when one was last', async () => {
    actions.downloadBackup.mockRejectedValueOnce(refusal('internal'));
    const { rerender } = show({ canChoose: false });
    press('Download a backup');
    expect(await screen.findByText(/^Not downloaded\./)).toBeTruthy();
    press('Download a backup');
    rerender(<BackupGroup backup={{ canChoose: false, lastExport: Date.now() }} actions={actions} />);
    expect(await screen.findByText('Last downloaded just now.')).toBeTruthy();
  });
});
