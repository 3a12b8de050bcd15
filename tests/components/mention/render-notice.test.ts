// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { renderNotice } from '../../../components/mention/render-notice';

afterEach(() => document.body.replaceChildren());

const notice = (run = vi.fn()) => ({ text: 'Off on <b>this</b> site.', action: { label: 'Undo', run } });

it('says what happened, as text', () => {
  renderNotice(document.body, notice());
  expect(document.querySelector('[role=status]')?.textContent).toBe('Off on <b>this</b> site. Undo');
  expect(document.querySelector('b')).toBeNull();
});

it('offers the way back', () => {
  const run = vi.fn();
  renderNotice(document.body, notice(run), () => true);
  document.querySelector('button')?.click();
  expect(run).toHaveBeenCalledOnce();
});

it('does not go back for a click that no reader made', () => {
  const run = vi.fn();
  renderNotice(document.body, notice(run));
  document.querySelector('button')?.click();
  expect(run).not.toHaveBeenCalled();
});

it('keeps what was in the root', () => {
  document.body.append(document.createElement('style'));
  renderNotice(document.body, notice());
  expect(document.querySelectorAll('body > style')).toHaveLength(1);
});
