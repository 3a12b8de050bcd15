// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../../../components/popup/draw-picture';
import { keepEarlyActs } from '../../../components/popup/early-acts';
import { Popup } from '../../../components/popup/Popup';
import { takePicture } from '../../../components/popup/take-picture';
import { popupActions, popupProps } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
let root: HTMLElement;
let liveOn: ReturnType<typeof keepEarlyActs>;
const popup = () => <Popup {...popupProps(actions)} />;
const save = () => screen.getByRole('button', { name: 'Save “Maps without maps”' });
const comeAlive = () => liveOn(() => void render(popup(), { container: root }));

beforeEach(() => {
  actions = popupActions();
  const { container } = render(popup());
  const picture = takePicture(container) ?? '';
  cleanup();
  root = document.body.appendChild(document.createElement('div'));
  drawPicture(root, picture);
  liveOn = keepEarlyActs();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('what the reader does before the popup is alive', () => {
  it('is done once it is: a press on a button', () => {
    fireEvent.click(save().querySelector('svg') as Element);
    expect(actions.save).not.toHaveBeenCalled();
    comeAlive();
    expect(actions.save.mock.calls).toEqual([['2606.00003']]);
  });

  it('is done in order: keys that move through the rows and save one', () => {
    for (const key of ['j', 'j', 's']) fireEvent.keyDown(document.body, { key });
    comeAlive();
    expect(actions.remove.mock.calls).toEqual([['2606.00002']]);
  });

  it('is not lost: what was typed into the search box is searched for', async () => {
    const box = screen.getByRole('textbox') as HTMLInputElement;
    box.focus();
    box.value = 'draft';
    fireEvent.keyDown(box, { key: 's' });
    comeAlive();
    expect(box.value).toBe('draft');
    await waitFor(() => expect(actions.search).toHaveBeenCalledWith('draft', expect.any(Number)));
    expect(actions.remove).not.toHaveBeenCalled();
  });

  it('is left to the browser where it is a link or has a modifier', () => {
    const link = screen.getAllByRole('link', { name: 'HF: Hugging Face' })[0] as HTMLElement;
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(link);
    fireEvent.keyDown(document.body, { key: 'r', ctrlKey: true });
    comeAlive();
    expect(actions.open).not.toHaveBeenCalled();
    expect(actions.refresh).not.toHaveBeenCalled();
  });

  it('is done once: afterwards the popup alone answers', () => {
    comeAlive();
    fireEvent.click(save());
    fireEvent.keyDown(document.body, { key: 'r' });
    expect(actions.save).toHaveBeenCalledTimes(1);
    expect(actions.refresh).toHaveBeenCalledTimes(1);
  });
});
