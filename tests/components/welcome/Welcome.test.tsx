// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Welcome, type WelcomeProps } from '../../../components/welcome/Welcome';
import { fullCard } from '../card/example-cards';

const actions = {
  save: vi.fn(async () => {}),
  remove: vi.fn(async () => {}),
  setStatus: vi.fn(async () => {}),
  copy: vi.fn(async () => {}),
  openLibrary: vi.fn(),
  loadCard: vi.fn(async () => undefined),
};
const openOptions = vi.fn();

let roots: ShadowRoot[] = [];
beforeEach(() => {
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  for (const action of Object.values(actions)) action.mockClear();
});

function page(props: Partial<WelcomeProps> = {}) {
  const keys = [{ keys: 'Alt+Shift+S', does: 'Save the paper' }];
  const known = { card: fullCard, browserName: 'chrome', keys, actions, openOptions } as const;
  return <Welcome {...known} trusted={() => true} {...props} />;
}

/** What the card's shadow root holds; there must be exactly one. */
const inCard = (selector: string) => {
  expect(roots).toHaveLength(1);
  return roots[0]?.querySelector<HTMLElement>(selector);
};

describe('the first page', () => {
  it('draws the card that pages get, in a closed root with its style sheets', () => {
    render(page());
    expect(document.querySelector('papergloss-card')).not.toBeNull();
    expect(document.querySelector('papergloss-card')?.shadowRoot).toBeNull();
    expect(inCard('section')?.textContent).toContain(fullCard.summary);
  });

  it('saves for good what is saved on the card', async () => {
    render(page({ card: { ...fullCard, status: undefined } }));
    await act(() => inCard('.save')?.click());
    expect(actions.save.mock.calls).toEqual([[fullCard.id]]);
  });

  it('shows the card as the cache has it from then on', async () => {
    const { rerender } = render(page());
    rerender(page({ card: { ...fullCard, summary: 'Found meanwhile.' } }));
    await waitFor(() => expect(inCard('section')?.textContent).toContain('Found meanwhile.'));
  });

  it('says what closing does elsewhere, and closes nothing', async () => {
    render(page());
    await act(() => inCard('.close')?.click());
    expect(screen.getByText(/^On a page of the web, this switches Papergloss off/)).toBeTruthy();
    expect(inCard('section')).not.toBeNull();
  });

  it('says all the rest while there is no card yet', () => {
    render(page({ card: undefined }));
    expect(roots).toHaveLength(0);
    for (const text of ['What is stored', 'What is sent', 'Where to change it', 'Keep it in sight', 'Keys']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  it('leads to the options', () => {
    render(page());
    fireEvent.click(screen.getByRole('button', { name: 'Open the options' }));
    expect(openOptions).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['chrome', /then the pin beside Papergloss/],
    ['firefox', /“Pin to Toolbar”/],
  ] as const)('says how to pin the button in %s', (browserName, text) => {
    render(page({ browserName }));
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('names the keys as they are set', () => {
    render(page());
    expect([...document.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      'Alt',
      'Shift',
      'S',
    ]);
    expect(screen.getByText('Save the paper')).toBeTruthy();
  });
});
