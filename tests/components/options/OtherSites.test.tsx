// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OtherSites, type SiteActions } from '../../../components/options/OtherSites';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';

const actions = {
  allow: vi.fn<SiteActions['allow']>(),
  disallow: vi.fn<SiteActions['disallow']>(),
  switchSite: vi.fn<SiteActions['switchSite']>(),
};
const onStatus = vi.fn();
const save = vi.fn(async (write: Promise<unknown>) => void (await write));

const news = 'https://news.ycombinator.com/*';
const show = (settings: Partial<Settings> = {}) =>
  render(
    <OtherSites
      settings={{ ...defaultSettings, ...settings }}
      save={save}
      onStatus={onStatus}
      actions={actions}
    />,
  );
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a site' });
const add = (typed: string) => {
  field().value = typed;
  fireEvent.submit(field().form as HTMLFormElement);
};

beforeEach(() => {
  actions.allow.mockReset().mockResolvedValue(true);
  actions.disallow.mockReset().mockResolvedValue(true);
  actions.switchSite.mockReset().mockResolvedValue(undefined);
  onStatus.mockReset();
});
afterEach(cleanup);

describe('the other sites of the options', () => {
  it('are none at first, and say what allowing one means', () => {
    const { container } = show();
    expect(container.querySelector('.other-site')).toBeNull();
    expect(
      screen.getByText(/compared with the cache on this machine; nothing about it is sent/),
    ).toBeTruthy();
    expect(checkbox('All sites').checked).toBe(false);
  });

  it('are listed with whether they are on', () => {
    show({ optionalOrigins: ['https://blog.example.org/*', news], sitesOff: ['blog.example.org'] });
    expect(checkbox('blog.example.org').checked).toBe(false);
    expect(checkbox('news.ycombinator.com').checked).toBe(true);
  });

  it('can be switched off without being removed', () => {
    show({ optionalOrigins: [news] });
    fireEvent.click(checkbox('news.ycombinator.com'));
    expect(actions.switchSite.mock.calls).toEqual([['news.ycombinator.com', false]]);
    expect(actions.disallow).not.toHaveBeenCalled();
  });

  it('are removed with everything that was granted for them; the focus goes on to the field', async () => {
    const origins = ['https://reddit.com/*', 'https://www.reddit.com/*'];
    show({ optionalOrigins: origins });
    fireEvent.click(screen.getByRole('button', { name: 'Remove reddit.com' }));
    expect(actions.disallow.mock.calls).toEqual([[origins]]);
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });
});

describe('adding a site', () => {
  it('asks the browser while the key or click is still being handled', () => {
    show();
    add('https://news.ycombinator.com/item?id=1');
    expect(actions.allow.mock.calls).toEqual([[[news]]]);
  });

  it('says that it was added, and empties the field', async () => {
    show();
    add('news.ycombinator.com');
    expect(await screen.findByText('news.ycombinator.com was added.')).toBeTruthy();
    expect(field().value).toBe('');
  });

  it('says that the reader said no, and keeps what was typed', async () => {
    actions.allow.mockResolvedValue(false);
    show();
    add('news.ycombinator.com');
    expect(await screen.findByText('news.ycombinator.com was not added: it was not allowed.')).toBeTruthy();
    expect(field().value).toBe('news.ycombinator.com');
  });

  it('says why the browser did not even ask', async () => {
    actions.allow.mockRejectedValue(new Error('Invalid host'));
    show();
    add('news.ycombinator.com');
    expect(await screen.findByText(/^news\.ycombinator\.com was not added\. .*Invalid host/)).toBeTruthy();
  });

  const bad: [typed: string, message: RegExp][] = [
    ['two words', /not the address of a site/],
    ['http://example.org/', /begins with https/],
    ['https://arxiv.org/', /on this site already/],
  ];
  it.each(bad)('answers %j at once, and asks nobody', async (typed, message) => {
    show();
    add(typed);
    expect(await screen.findByText(message)).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(actions.allow).not.toHaveBeenCalled();
  });
});

describe('all sites', () => {
  it('are asked for while the click is still being handled', () => {
    show();
    fireEvent.click(checkbox('All sites'));
    expect(actions.allow.mock.calls).toEqual([[['https://*/*']]]);
  });

  it('stay off when the reader says no, and that is said', async () => {
    actions.allow.mockResolvedValue(false);
    show();
    fireEvent.click(checkbox('All sites'));
    await waitFor(() =>
      expect(onStatus).toHaveBeenCalledWith({ failed: true, text: 'Not changed: it was not allowed.' }),
    );
  });

  it('are taken back, without the sites that were granted by themselves', () => {
    show({ optionalOrigins: ['https://*/*', news] });
    fireEvent.click(checkbox('All sites'));
    expect(actions.disallow.mock.calls).toEqual([[['https://*/*']]]);
  });

  it('list a site that is switched off, to be switched on again but not removed', () => {
    show({ optionalOrigins: ['https://*/*'], sitesOff: ['example.org'] });
    expect(checkbox('example.org').checked).toBe(false);
    expect(screen.queryByRole('button', { name: 'Remove example.org' })).toBeNull();
  });
});
