// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '../../../components/mention/copy-text';

let root: ShadowRoot;
let button: HTMLButtonElement;
const execCommand = vi.fn<(command: string) => boolean>();

beforeEach(() => {
  const host = document.createElement('papergloss-card');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  button = document.createElement('button');
  root.append(button);
  button.focus();
  document.execCommand = execCommand;
});
afterEach(() => {
  document.body.replaceChildren();
  execCommand.mockReset();
});

const refused = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };

describe('copying from a card', () => {
  it('writes to the clipboard where that is allowed', async () => {
    const writeText = vi.fn(async (_: string) => {});
    expect(await copyText(root, '@article{a}', { writeText })).toBe(true);
    expect(writeText).toHaveBeenCalledExactlyOnceWith('@article{a}');
    expect(execCommand).not.toHaveBeenCalled();
  });

  it.each([
    ['refuses that', refused],
    ['has no clipboard', undefined],
  ])('takes the old way where the page %s, and leaves nothing of it', async (_, clipboard) => {
    let selected = '';
    execCommand.mockImplementation(() => {
      const field = root.querySelector('textarea');
      selected = field?.value.slice(field.selectionStart, field.selectionEnd) ?? '';
      return true;
    });
    // `undefined` as an argument would be the browser's own.
    const given = clipboard ?? (null as unknown as undefined);
    expect(await copyText(root, '@article{a}', given)).toBe(true);
    expect(execCommand).toHaveBeenCalledExactlyOnceWith('copy');
    expect(selected).toBe('@article{a}');
    expect(root.innerHTML).toBe('<button></button>');
    expect(root.activeElement).toBe(button);
  });

  it.each([
    ['refuses', () => false],
    [
      'breaks off',
      () => {
        throw new Error('no');
      },
    ],
  ])('says no where the old way %s, too', async (_, answer) => {
    execCommand.mockImplementation(answer);
    expect(await copyText(root, 'text', refused)).toBe(false);
    expect(root.querySelector('textarea')).toBeNull();
  });
});
