// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { BackupReminder } from '../../../components/page/BackupReminder';

const onBackUp = vi.fn(async () => {});
const onDismiss = vi.fn(async () => {});
afterEach(() => {
  cleanup();
  onBackUp.mockReset();
  onDismiss.mockReset();
});

it('the reminder says how much has changed, and offers a file', () => {
  render(<BackupReminder kind="download" changed={23} {...{ onBackUp, onDismiss }} />);
  expect(screen.getByText('23 saved papers have changed since your last backup.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Download a backup' }));
  expect(onBackUp).toHaveBeenCalledTimes(1);
});

it('the reminder of a folder that is not allowed asks for it on the press', () => {
  render(<BackupReminder kind="allow" changed={0} {...{ onBackUp, onDismiss }} />);
  expect(screen.getByText('Backup is paused until you allow the folder again.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow the folder again' }));
  expect(onBackUp).toHaveBeenCalledTimes(1);
});

it('the reminder can be sent away', () => {
  render(<BackupReminder kind="download" changed={23} {...{ onBackUp, onDismiss }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onDismiss).toHaveBeenCalledTimes(1);
  expect(onBackUp).not.toHaveBeenCalled();
});

it('the reminder says why there was no backup', async () => {
  onBackUp.mockRejectedValue(Object.assign(new Error('why'), { code: 'disk-full' }));
  render(<BackupReminder kind="download" changed={23} {...{ onBackUp, onDismiss }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Download a backup' }));
  expect(await screen.findByText(/^Not backed up\. The disk is full/)).toBeTruthy();
});
