// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WatchRules } from '../../../components/options/WatchRules';
import { maxWatchRules, type WatchRule } from '../../../lib/papers/watch-rule';
import { refusal } from './options-fixtures';

const onChange = vi.fn<(rules: WatchRule[]) => Promise<unknown>>();
const keyword = (text: string): WatchRule => ({ kind: 'keyword', text });

const show = (rules: WatchRule[] = []) => render(<WatchRules rules={rules} onChange={onChange} />);
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Watch rules' });

function add(text: string, kind = 'keyword') {
  fireEvent.change(screen.getByRole('combobox', { name: 'Kind of rule' }), { target: { value: kind } });
  fireEvent.input(field(), { target: { value: text } });
  // What Enter in the field does, too.
  fireEvent.submit(field().form as HTMLFormElement);
}

afterEach(() => {
  cleanup();
  onChange.mockReset();
});

describe('watch rules', () => {
  it('are added, trimmed, after those there are; the field is free for the next', async () => {
    show([keyword('agents')]);
    add('  Yoshua Bengio ', 'author');
    expect(await screen.findByText('“Yoshua Bengio” is watched now.')).toBeTruthy();
    expect(onChange.mock.calls).toEqual([[[keyword('agents'), { kind: 'author', text: 'Yoshua Bengio' }]]]);
    expect(field().value).toBe('');
  });

  it.each<[what: string, text: string, rules: WatchRule[], said: string]>([
    ['nothing', '  ', [], 'Type a keyword, an author or an organization first.'],
    ['a rule there is, in other letters', 'AGENTS', [keyword('agents')], '“AGENTS” is watched already.'],
    [
      'one too many',
      'more',
      Array.from({ length: maxWatchRules }, (_, number) => keyword(`word ${number}`)),
      `There is room for ${maxWatchRules} rules. Remove one first.`,
    ],
  ])('say why %s is not added, and keep what was typed', (_, text, rules, said) => {
    show(rules);
    add(text);
    expect(screen.getByRole('status').textContent).toBe(said);
    expect(field().value).toBe(text);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('may have the same words for an author and an organization', async () => {
    show([{ kind: 'author', text: 'Mila' }]);
    add('Mila', 'organization');
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  });

  it('are listed by kind and removed one by one, with the focus on the field', async () => {
    show([keyword('agents'), { kind: 'organization', text: '<b>Mila</b>' }]);
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Keywords',
      'Organizations',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove “<b>Mila</b>”' }));
    expect(await screen.findByText('“<b>Mila</b>” is watched no longer.')).toBeTruthy();
    expect(onChange.mock.calls).toEqual([[[keyword('agents')]]]);
    expect(document.activeElement).toBe(field());
  });

  it('say when they were not saved, and keep what was typed', async () => {
    onChange.mockRejectedValue(refusal('disk-full'));
    show();
    add('agents');
    expect(await screen.findByText(/^Not saved\. The disk is full/)).toBeTruthy();
    expect(field().value).toBe('agents');
  });
});
