// The reading list carried in and out in a real Chromium: every format as a file, and no import without a look at what it would do.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, rows, statusBar, storedEntry } from './library-page';
import { openSynced, type Papergloss } from './papergloss';

let papergloss: Papergloss;
let page: Page;

beforeAll(async () => {
  papergloss = await openSynced();
  page = await papergloss.openOwn('library');
}, 120_000);
afterAll(() => papergloss?.close());

const dialog = () => page.getByRole('dialog', { name: 'Import papers' });

/** Hands a file to the page. */
async function choose(name: string, text: string): Promise<void> {
  if (!(await dialog().isVisible())) await page.getByRole('button', { name: 'Import…' }).click();
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

/** Chooses from the menu and returns the file that comes. */
async function exported(name: string): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  const download = await started;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const addedAt = Date.UTC(2026, 0, 1);
const version1 = {
  format: 'papergloss-reading-list',
  version: 1,
  entries: [
    {
      ...{
        id: '2401.10005',
        title: 'Kept by an Earlier Version',
        authors: ['Ada Lindqvist'],
        status: 'done',
      },
      ...{ tags: ['old'], note: 'still here', addedAt, changedAt: addedAt },
    },
  ],
};

const files: [format: string, name: string, text: string, id: string, title: string][] = [
  [
    'BibTeX',
    'refs.bib',
    '@misc{x, title={Margins \\& Glosses}, author={Quill, Ada}, eprint={2401.10001}, archivePrefix={arXiv}}',
    '2401.10001',
    'Margins & Glosses',
  ],
  [
    'RIS',
    'refs.ris',
    'TY  - JOUR\nTI  - Reading by Night\nAU  - Quill, Ada\nUR  - https://arxiv.org/abs/2401.10002\nER  - \n',
    '2401.10002',
    'Reading by Night',
  ],
  [
    'CSV',
    'refs.csv',
    'Title,Author,Url\n"Rooms, and Doors",Ada Quill,https://arxiv.org/abs/2401.10003\n',
    '2401.10003',
    'Rooms, and Doors',
  ],
  [
    'an export of PaperMemory',
    'memory.json',
    JSON.stringify({
      'Arxiv-2401.10004': {
        ...{ id: 'Arxiv-2401.10004', title: 'Out of Memory', author: 'Ada Quill', favorite: true },
        ...{ pdfLink: 'https://arxiv.org/pdf/2401.10004.pdf', addDate: '2024-08-29T08:35:02.977Z' },
      },
    }),
    '2401.10004',
    'Out of Memory',
  ],
  [
    'a reading list of Papergloss',
    'old.json',
    JSON.stringify(version1),
    '2401.10005',
    'Kept by an Earlier Version',
  ],
  [
    'text with arXiv identifiers',
    'list.txt',
    'to read: https://arxiv.org/abs/1403.9903v1',
    '1403.9903',
    'Sparse Readers in Dense Rooms',
  ],
];

describe('an import', () => {
  it.each(files)('of %s is shown first, then done', async (format, name, text, id, title) => {
    await choose(name, text);
    await dialog().getByText(`${name}, read as ${format}`).waitFor();
    await dialog().getByText('1 will be added', { exact: true }).waitFor();
    expect(await row(page, id).count()).toBe(0);
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await statusBar(page).getByText('Imported: 1 added, 0 merged.').waitFor();
    await row(page, id).getByText(title, { exact: true }).waitFor({ timeout: 10_000 });
  });

  it.each(files)('of %s a second time changes nothing', async (_format, name, text) => {
    await choose(name, text);
    await dialog().getByText('1 unchanged', { exact: true }).waitFor();
    await dialog().getByRole('button', { name: 'Close' }).click();
  });

  it('says what is wrong with a file, and takes another', async () => {
    await choose('broken.json', '{"format":"papergloss-reading-list","version":2,"entr');
    await dialog().getByText('Not imported. It is broken or was cut off.').waitFor();
    await choose('none.txt', 'nothing here');
    await dialog().getByText('There is no arXiv paper in it.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('skips what it cannot read, says where and why, and shows a hostile title as text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const entries = [{ id: 'no id' }, { ...version1.entries[0], id: '2401.10006', title }];
    await choose('foreign.json', JSON.stringify({ ...version1, entries }));
    await dialog()
      .getByText('1 will be added, 1 skipped')
      .or(dialog().getByText('1 will be added and 1 skipped'))
      .first()
      .waitFor();
    await dialog()
      .getByText(/^Entry 1: /)
      .waitFor();
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await row(page, '2401.10006').getByText(title, { exact: true }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });
});

describe('an export', () => {
  it.each([
    ['BibTeX', 'bib', 'eprint = {2401.10001}'],
    ['RIS', 'ris', 'https://arxiv.org/abs/2401.10001'],
    ['CSL-JSON', 'json', '"title": "Margins & Glosses"'],
    ['CSV', 'csv', '"Rooms, and Doors"'],
    ['Markdown', 'md', '[Margins & Glosses](https://arxiv.org/abs/2401.10001)'],
    ['Markdown for Obsidian', 'md', '2401.10001'],
    ['JSON, complete', 'json', '"format": "papergloss-reading-list"'],
  ])('as %s is a file with everything in it', async (name, extension, part) => {
    const file = await exported(name);
    expect(file.name).toMatch(new RegExp(`^papergloss-reading-list-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`));
    expect(file.text).toContain(part);
    for (const [, , , id] of files) expect(file.text).toContain(id);
  });

  it('of the selection holds that alone', async () => {
    await row(page, '2401.10003').getByRole('checkbox').click();
    const bar = page.getByRole('region', { name: 'Selected papers' });
    const started = page.waitForEvent('download');
    await bar.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'RIS', exact: true }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^papergloss-selection-.+\.ris$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('2401.10003');
    expect(text).not.toContain('2401.10001');
    await page.keyboard.press('Escape');
  });

  it('as JSON brings the whole list back after all of it was removed, with what the reader wrote', async () => {
    const { text } = await exported('JSON, complete');
    const count = files.length + 1;
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('Shift+A');
    await page.getByText(`${count} selected`).waitFor();
    await page.keyboard.press('d');
    await expect.poll(() => rows(page).count()).toBe(0);
    await page.reload();
    await choose('back.json', text);
    await dialog().getByText(`${count} will be added`, { exact: true }).waitFor();
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await statusBar(page).getByText(`Imported: ${count} added, 0 merged.`).waitFor();
    await expect.poll(() => rows(page).count()).toBe(count);
    const kept = { status: 'done', tags: ['old'], note: 'still here', addedAt };
    expect(await storedEntry(page, '2401.10005')).toMatchObject(kept);
  });
});
