// @vitest-environment happy-dom
// The export menu: its keys, what leaves the list by it, and what is said about that.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportMenu } from '../../../../components/library/files/ExportMenu';
import { movedTo } from '../../../../components/library/files/use-menu';
import { exampleEntry } from '../../../formats/example-entries';
import { fileActions, refusal } from './example-plan';

const actions = fileActions();
const say = vi.fn();
const entries = [exampleEntry()];
const writeText = vi.fn<(text: string) => Promise<void>>();

const show = (more: { whole?: boolean; entries?: typeof entries } = {}) =>
  render(<ExportMenu entries={entries} actions={actions} say={say} {...more} />);
const opener = () => screen.getByRole('button', { name: 'Export' });
const item = (name: string) => screen.getByRole('menuitem', { name });
const pick = (name: string) => {
  fireEvent.click(opener());
  fireEvent.click(item(name));
};
const focused = () => document.activeElement?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
const said = () => say.mock.calls.map(([status]) => status.text);

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  say.mockReset();
  writeText.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the menu and the keyboard', () => {
  it('names its formats in groups', () => {
    show();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(opener());
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Save as a file',
      'Copy',
      'Send',
    ]);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'BibTeX',
      'RIS',
      'CSL-JSON',
      'CSV',
      'Markdown',
      'Markdown for Obsidian',
      'JSON, complete',
      'Copy as BibTeX',
      'Copy as Markdown',
      'Send to Zotero',
    ]);
  });

  it('is walked with arrows, round and round, and left with Escape', () => {
    show();
    opener().focus();
    press('ArrowDown');
    expect(focused()).toBe('BibTeX');
    press('ArrowDown');
    expect(focused()).toBe('RIS');
    press('End');
    expect(focused()).toBe('Send to Zotero');
    press('ArrowDown');
    expect(focused()).toBe('BibTeX');
    press('ArrowUp');
    expect(focused()).toBe('Send to Zotero');
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('is entered from below with the upward arrow', () => {
    show();
    opener().focus();
    press('ArrowUp');
    expect(focused()).toBe('Send to Zotero');
  });

  it.each([
    ['ArrowDown', 2, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 0, 2],
    ['Home', 1, 0],
    ['End', 0, 2],
    ['j', 0, undefined],
  ])('goes with %s from %i of three to %s', (key, position, target) => {
    expect(movedTo(key, position, 3)).toBe(target);
  });

  it('keeps its keys from the page', () => {
    const onPage = vi.fn();
    document.addEventListener('keydown', onPage);
    show();
    fireEvent.click(opener());
    press('d');
    expect(onPage).not.toHaveBeenCalled();
    document.removeEventListener('keydown', onPage);
  });

  it('closes when something else is pressed or focused', () => {
    show();
    fireEvent.click(opener());
    fireEvent.pointerDown(item('RIS'));
    expect(screen.queryByRole('menu')).not.toBeNull();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('does not open where there is nothing to export', () => {
    show({ entries: [] });
    fireEvent.click(opener());
    opener().focus();
    press('ArrowDown');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('what leaves the list', () => {
  it('is a file of what was chosen, and the reader is told its name', async () => {
    actions.exportFile.mockResolvedValue('papergloss-selection-2026-06-15.ris');
    show();
    pick('RIS');
    await waitFor(() => expect(said()).toContain('Saved as papergloss-selection-2026-06-15.ris.'));
    expect(actions.exportFile.mock.calls).toEqual([['ris', entries]]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('is the whole list as the store has it where that is meant', () => {
    actions.exportFile.mockReturnValue(new Promise(() => {}));
    show({ whole: true });
    pick('JSON, complete');
    expect(actions.exportFile.mock.calls).toEqual([['json', undefined]]);
  });

  it('says why there is no file', async () => {
    actions.exportFile.mockRejectedValue(new Error('downloads are blocked'));
    show();
    pick('BibTeX');
    await waitFor(() => expect(said().at(-1)).toMatch(/^Not exported\. .*downloads are blocked/));
    expect(say.mock.lastCall?.[0]).toMatchObject({ failed: true });
  });

  it.each([
    ['Copy as BibTeX', 'bibtex', 'Copied as BibTeX.'],
    ['Copy as Markdown', 'markdown', 'Copied as Markdown.'],
  ])('goes to the clipboard: %s', async (name, format, words) => {
    actions.write.mockResolvedValue('the text');
    show();
    pick(name);
    await waitFor(() => expect(said()).toEqual([words]));
    expect(actions.write.mock.calls).toEqual([[format, entries]]);
    expect(writeText.mock.calls).toEqual([['the text']]);
  });

  it('says so where the clipboard is closed', async () => {
    actions.write.mockResolvedValue('the text');
    writeText.mockRejectedValue(new Error('denied'));
    document.execCommand = () => false;
    show();
    pick('Copy as BibTeX');
    await waitFor(() => expect(said()).toEqual(['Not copied. The browser lets nothing onto the clipboard.']));
  });
});

describe('sending to Zotero', () => {
  it('asks before anything else, while the click is being handled', () => {
    actions.sendToZotero.mockReturnValue(new Promise(() => {}));
    say.mockImplementation(() => expect(actions.sendToZotero).toHaveBeenCalled());
    show();
    pick('Send to Zotero');
    expect(actions.sendToZotero).toHaveBeenCalledTimes(1);
    expect(actions.sendToZotero.mock.calls[0]?.[0]).toBe(entries);
  });

  it('tells how far it is, and how many arrived', async () => {
    actions.sendToZotero.mockImplementation(async (_, onSaved) => {
      await Promise.resolve();
      onSaved(50, 51);
      return 51;
    });
    show();
    pick('Send to Zotero');
    await waitFor(() => expect(said().at(-1)).toBe('Saved in Zotero: 51 papers.'));
    expect(said()).toContain('Sending to Zotero: 50 of 51…');
  });

  it('sends nothing twice while it is under way', () => {
    actions.sendToZotero.mockReturnValue(new Promise(() => {}));
    show();
    pick('Send to Zotero');
    pick('Send to Zotero');
    expect(actions.sendToZotero).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['not-running', 'Not sent to Zotero. Zotero does not answer. Start it on this machine'],
    ['not-zotero', 'Not sent to Zotero. Another program answers'],
    ['not-allowed', 'Not sent to Zotero. Papergloss may not talk to programs on this machine'],
    ['refused', 'Not sent to Zotero. Zotero accepts nothing from Papergloss.'],
    ['outdated', 'Not sent to Zotero. This Zotero wants a newer Papergloss'],
    ['repeated', 'Not sent to Zotero. Zotero has had this before'],
    ['read-only', 'Not sent to Zotero. The library chosen in Zotero cannot be written to.'],
    ['timeout', 'Not sent to Zotero. Zotero takes long'],
    ['failed', 'Not sent to Zotero. Zotero could not save.'],
  ])('says what %s means', async (code, words) => {
    actions.sendToZotero.mockRejectedValue(refusal(code, 'ZoteroError', { saved: 0 }));
    show();
    pick('Send to Zotero');
    await waitFor(() => expect(said().at(-1)).toContain(words));
    expect(say.mock.lastCall?.[0]).toMatchObject({ failed: true });
  });

  it('says how many arrived before it stopped', async () => {
    actions.sendToZotero.mockRejectedValue(refusal('failed', 'ZoteroError', { saved: 50 }));
    show();
    pick('Send to Zotero');
    await waitFor(() =>
      expect(said().at(-1)).toBe('Zotero saved 50 papers before it stopped. Zotero could not save.'),
    );
  });
});
