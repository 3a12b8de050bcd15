// @vitest-environment happy-dom
// Importing: how a file comes in, what is shown before anything is done, and what is said in the end.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchRun } from '../../../../components/library/files/import-batches';
import { ListFiles } from '../../../../components/library/files/ListFiles';
import type { Gain } from '../../../../lib/formats/plan-import';
import { exampleEntry } from '../../../formats/example-entries';
import { fileActions, planned, planOf, refusal } from './example-plan';

const actions = fileActions();
const say = vi.fn();

const show = () => render(<ListFiles entries={[exampleEntry()]} actions={actions} say={say} />);
const button = (name: string) => screen.getByRole('button', { name });
const begin = () => fireEvent.click(button('Import…'));
const file = (name = 'list.bib', text = '@misc{a}') => new File([text], name);
const choose = (...files: File[]) =>
  fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files } });
/** Whether the browser would do with it what it does by itself. */
function drag(type: 'dragover' | 'drop', types: string[], files: File[] = []): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
  return document.body.dispatchEvent(event);
}
const lines = () =>
  within(screen.getByRole('region', { name: 'What the import would do' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const summary = () => document.querySelector('.files-summary')?.textContent;

async function look(plan = planOf([planned('2605.00001')]), name?: string) {
  actions.plan.mockResolvedValue(plan);
  show();
  begin();
  choose(file(name));
  await waitFor(() => expect(document.querySelector('.files-summary')).not.toBeNull());
}

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  say.mockReset();
});
afterEach(cleanup);

describe('how a file comes in', () => {
  it('is chosen, and its text is read', async () => {
    await look();
    expect(actions.plan.mock.calls).toEqual([['list.bib', '@misc{a}']]);
    expect(screen.getByText('list.bib, read as BibTeX')).toBeTruthy();
  });

  it('says what is being read meanwhile, and can be called off', async () => {
    let finish: (plan: ReturnType<typeof planOf>) => void = () => {};
    actions.plan.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    show();
    begin();
    choose(file('big.bib'));
    expect(screen.getByText('Reading: big.bib…')).toBeTruthy();
    await waitFor(() => expect(actions.plan).toHaveBeenCalled());
    fireEvent.click(button('Cancel'));
    finish(planOf([]));
    await Promise.resolve();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is dropped anywhere on the page, the first of several', async () => {
    actions.plan.mockResolvedValue(planOf([planned('2605.00001')]));
    show();
    drag('dragover', ['Files']);
    expect(await screen.findByText('Drop the file to see what an import would do')).toBeTruthy();
    expect(drag('drop', ['Files'], [file('one.ris'), file('two.ris')])).toBe(false);
    expect(
      await screen.findByText('One file at a time: of those dropped only the first was read.'),
    ).toBeTruthy();
    expect(actions.plan.mock.calls.map(([name]) => name)).toEqual(['one.ris']);
    expect(screen.queryByText('Drop the file to see what an import would do')).toBeNull();
  });

  it('leaves what else is dragged alone', () => {
    show();
    expect(drag('dragover', ['text/uri-list'])).toBe(true);
    expect(drag('drop', ['text/uri-list'])).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is pasted text with papers in it, where nothing takes text', async () => {
    actions.plan.mockResolvedValue(planOf([planned('2605.00001')], { format: 'list' }));
    show();
    const paste = (text: string) =>
      fireEvent.paste(document.body, { clipboardData: { files: [], getData: () => text } });
    paste('nothing of the kind');
    expect(actions.plan).not.toHaveBeenCalled();
    paste('see arXiv:2605.00001');
    expect(await screen.findByText('Pasted text, read as text with arXiv identifiers')).toBeTruthy();
    expect(actions.plan.mock.calls).toEqual([['', 'see arXiv:2605.00001']]);
  });

  it('keeps pasted text that could not be read', async () => {
    actions.plan.mockRejectedValue(refusal('unreadable', 'ImportError'));
    show();
    begin();
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.input(field(), { target: { value: '{"format"' } });
    fireEvent.click(button('Read'));
    expect(await screen.findByText('Not imported. It is broken or was cut off.')).toBeTruthy();
    expect(field().value).toBe('{"format"');
  });

  it.each([
    ['ImportError', 'too-large', 'It is too large to be read at once.'],
    ['ImportError', 'nothing-found', 'There is no arXiv paper in it.'],
    ['ImportError', 'newer-version', 'A newer Papergloss wrote it.'],
    ['ImportError', 'constructor', 'Something went wrong inside Papergloss.'],
    ['Error', 'internal', 'Something went wrong inside Papergloss.'],
  ])('says why nothing can be made of it: %s %s', async (name, code, words) => {
    actions.plan.mockRejectedValue(refusal(code, name));
    show();
    begin();
    choose(file());
    expect((await screen.findByRole('alert')).textContent).toContain(words);
  });
});

describe('what an import would do', () => {
  it('is counted, and named with what each paper gains and why each record is skipped', async () => {
    const gains: Gain[] = [{ kind: 'tags', tags: ['a', 'b'] }, { kind: 'note' }];
    await look(
      planOf(
        [
          planned('2605.00001'),
          planned('2605.00002', { kind: 'merged', gains }),
          planned('2605.00003', { kind: 'unchanged' }),
        ],
        { skipped: [{ where: '12', code: 'no-arxiv-id', detail: 'A Book' }] },
      ),
    );
    expect(summary()).toBe('1 will be added, 1 merged, 1 unchanged, 1 skipped');
    expect(lines()).toEqual([
      'Title of 2605.00002tags: a, b, note',
      'Line 12: no arXiv paper in it (A Book)',
      'Title of 2605.00001',
    ]);
  });

  it.each<[Gain, string]>([
    [{ kind: 'tags-removed', tags: ['x'] }, 'no longer the tags: x'],
    [{ kind: 'status', status: 'done' }, 'status: Done'],
    [{ kind: 'stars', stars: 2 }, 'stars: 2'],
    [{ kind: 'snoozed', until: '2031-01-02' }, 'snoozed until Jan 2, 2031'],
    [{ kind: 'snoozed' }, 'no longer snoozed'],
    [{ kind: 'paper' }, 'facts about the paper'],
    [{ kind: 'times' }, 'times of changes'],
  ])('puts the gain %j into words', async (gain, words) => {
    await look(planOf([planned('2605.00001', { kind: 'merged', gains: [gain] })]));
    expect(lines()).toEqual([`Title of 2605.00001${words}`]);
  });

  it.each([
    ['csv', '3', 'twice', 'Row 3: stands in the file before; both are joined'],
    ['json', '4', 'not-an-entry', 'Entry 4: is no entry of a reading list'],
    ['bibtex', 'key2020', 'malformed', 'key2020: cannot be read'],
    ['ris', '9', 'too-long', 'Line 9: too long, taken without the rest'],
  ] as const)('says where in %s something is skipped', async (format, where, code, words) => {
    await look(planOf([], { format, skipped: [{ where, code, detail: '' }] }));
    expect(lines()).toEqual([words]);
  });

  it('shows first what a newer file takes off the list', async () => {
    const removed = planned('2605.00002', { kind: 'merged', gains: [{ kind: 'removed' }] });
    await look(planOf([planned('2605.00001'), removed], { format: 'json' }));
    expect(summary()).toBe('1 will be added, 1 taken off the list');
    expect(lines()[0]).toBe('Title of 2605.00002removed there more recently');
  });

  it('names a hundred of many and counts the others', async () => {
    await look(planOf(Array.from({ length: 280 }, (_, number) => planned(`2605.${10_000 + number}`))));
    expect(lines()).toHaveLength(101);
    expect(lines().at(-1)).toBe('and 180 more');
  });

  it('says that arXiv will be asked for titles, and how many', async () => {
    await look(planOf([planned('2605.00001', { title: '' }), planned('2605.00002', { title: '' })]));
    expect(lines()).toEqual(['arXiv:2605.00001', 'arXiv:2605.00002']);
    expect(
      screen.getByText(/^Titles that are not in the file: 2\. Once you import, arXiv is asked/),
    ).toBeTruthy();
  });

  it('says nothing of arXiv where all titles are known or nothing is imported', async () => {
    await look(planOf([planned('2605.00001'), planned('2605.00002', { title: '', kind: 'unchanged' })]));
    expect(screen.queryByText(/arXiv is asked/)).toBeNull();
  });

  it('offers nothing where nothing is new', async () => {
    await look(planOf([planned('2605.00001', { kind: 'unchanged' })]));
    expect(screen.getByText('Nothing in it is new.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    fireEvent.click(button('Close'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows hostile names and titles as text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const skipped = [{ where: markup, code: 'malformed' as const, detail: `${markup}\u202e` }];
    await look(planOf([planned('2605.00001', { title: markup })], { skipped }), `${markup}\u202e.bib`);
    expect(document.querySelector('dialog img')).toBeNull();
    expect(document.querySelector('dialog')?.textContent).not.toContain('\u202e');
    expect(lines()).toContain(markup);
    expect(screen.getByText(`${markup}.bib, read as BibTeX`)).toBeTruthy();
  });
});

describe('doing it', () => {
  const many = Array.from({ length: 1_200 }, (_, number) => planned(`2605.${10_000 + number}`));
  const bar = () => screen.getByRole<HTMLProgressElement>('progressbar');

  /** An import that goes on as far as the test lets it. */
  async function underWay(plan = planOf(many)) {
    let end: (error?: Error) => void = () => {};
    const started = new Promise<BatchRun>((start) => {
      actions.importPlanned.mockImplementationOnce((_, run) => {
        start(run);
        return new Promise<void>((resolve, reject) => (end = (error) => (error ? reject(error) : resolve())));
      });
    });
    await look(plan);
    fireEvent.click(button('Import'));
    const run = await started;
    return { ...run, end: (error?: Error) => end(error) };
  }

  it('hands on the very plan, closes, and says what became of it', async () => {
    const plan = planOf([planned('2605.00001')]);
    const { onDone, end } = await underWay(plan);
    expect(screen.getByText('Importing…')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    onDone(1, { added: 1, merged: 0 });
    end();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(actions.importPlanned.mock.calls.map(([handed]) => handed)).toEqual([plan]);
    expect(say.mock.calls).toEqual([[{ text: 'Imported: 1 added, 0 merged.' }]]);
  });

  it('shows how far it is, as a bar and in words', async () => {
    const { onDone } = await underWay();
    expect([bar().value, bar().max]).toEqual([0, 1_200]);
    act(() => onDone(1_000, { added: 990, merged: 10 }));
    expect([bar().value, bar().max]).toEqual([1_000, 1_200]);
    expect(screen.getByText('1,000 of 1,200 papers')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Importing…' })).toBe(bar());
  });

  it('ends after the batch on its way when it is stopped, and says what was done and what was not', async () => {
    const { signal, onDone, end } = await underWay();
    act(() => onDone(500, { added: 500, merged: 0 }));
    expect(signal.aborted).toBe(false);
    fireEvent.click(button('Stop'));
    expect(signal.aborted).toBe(true);
    expect(screen.getByText('Stopping…')).toBeTruthy();
    expect(button('Stop').getAttribute('aria-disabled')).toBe('true');
    act(() => onDone(1_000, { added: 990, merged: 10 }));
    expect(screen.getByText('1,000 of 1,200 papers')).toBeTruthy();
    end();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(say.mock.calls).toEqual([
      [
        {
          text: 'Stopped: 1,000 of 1,200 papers were imported (990 added, 10 merged). Importing again adds the rest and nothing twice.',
        },
      ],
    ]);
  });

  it('is stopped by closing the dialog, without a question', async () => {
    const { signal, onDone, end } = await underWay();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(signal.aborted).toBe(true);
    expect(say).not.toHaveBeenCalled();
    onDone(500, { added: 499, merged: 1 });
    end();
    await waitFor(() => expect(say).toHaveBeenCalledTimes(1));
    expect(say.mock.calls[0]?.[0].text).toMatch(
      /^Stopped: 500 of 1,200 papers were imported \(499 added, 1 /,
    );
  });

  it('was not stopped where the stop came after the last batch', async () => {
    const { onDone, end } = await underWay();
    fireEvent.click(button('Stop'));
    onDone(1_200, { added: 1_200, merged: 0 });
    end();
    await waitFor(() => expect(say.mock.calls).toEqual([[{ text: 'Imported: 1,200 added, 0 merged.' }]]));
  });

  it('shows another import, and not the one that was stopped and still ends', async () => {
    const first = await underWay();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    begin();
    choose(file());
    await waitFor(() => expect(document.querySelector('.files-summary')).not.toBeNull());
    actions.importPlanned.mockReturnValueOnce(new Promise(() => {}));
    fireEvent.click(button('Import'));
    await act(async () => {
      first.onDone(500, { added: 500, merged: 0 });
      first.end();
    });
    expect([bar().value, bar().max]).toEqual([0, 1_200]);
  });

  it('keeps the plan when it fails, so that it can be done again', async () => {
    actions.importPlanned
      .mockRejectedValueOnce(refusal('disk-full'))
      .mockImplementationOnce(async (_, run) => {
        run.onDone(1, { added: 1, merged: 0 });
      });
    await look();
    fireEvent.click(button('Import'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^The import stopped\. The disk is full/);
    fireEvent.click(button('Import'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(actions.importPlanned).toHaveBeenCalledTimes(2);
  });

  it('says how far it came before it failed', async () => {
    const { onDone, end } = await underWay();
    onDone(500, { added: 500, merged: 0 });
    end(refusal('disk-full'));
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^The import stopped after 500 of 1,200 papers\. The disk is full/,
    );
  });

  it('says at the foot of the page what went wrong after the dialog was closed', async () => {
    const { end } = await underWay();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    end(refusal('disk-full'));
    await waitFor(() => expect(say).toHaveBeenCalledTimes(1));
    expect(say.mock.calls[0]?.[0]).toMatchObject({ failed: true });
  });
});

describe('the dialog and the keyboard', () => {
  it('begins at the file, then at what the import would do', async () => {
    actions.plan.mockResolvedValue(planOf([planned('2605.00001')]));
    show();
    begin();
    expect(document.activeElement).toBe(screen.getByLabelText('Choose a file'));
    choose(file());
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('.files-summary')));
    expect(screen.getByRole('region').tabIndex).toBe(0);
  });

  it('is closed by Escape', () => {
    show();
    begin();
    expect(screen.getByRole('dialog', { name: 'Import papers' })).toBeTruthy();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays when a file chooser in it is called off', () => {
    show();
    begin();
    fireEvent(screen.getByLabelText('Choose a file'), new Event('cancel', { bubbles: true }));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
