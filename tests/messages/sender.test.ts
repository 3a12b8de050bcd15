import { describe, expect, it } from 'vitest';
import type { MessageType } from '../../lib/messages/protocol';
import { mayAsk, ownRepository, roleOfSender, type Sender, webSite } from '../../lib/messages/sender';

const self = { id: 'papergloss', origin: 'chrome-extension://papergloss' };

describe('who is asking', () => {
  const senders: [who: string, sender: Sender, role: string | undefined][] = [
    ['the popup', { id: 'papergloss', url: 'chrome-extension://papergloss/popup.html' }, 'page'],
    [
      'the library in a tab',
      { id: 'papergloss', url: 'chrome-extension://papergloss/library.html', tab: {}, frameId: 0 },
      'page',
    ],
    [
      'our content script',
      { id: 'papergloss', url: 'https://arxiv.org/abs/2412.17747', tab: {}, frameId: 0 },
      'content',
    ],
    [
      'our content script in a frame',
      { id: 'papergloss', url: 'https://arxiv.org/', tab: {}, frameId: 7 },
      undefined,
    ],
    [
      'our script on a page without TLS',
      { id: 'papergloss', url: 'http://arxiv.org/', tab: {}, frameId: 0 },
      undefined,
    ],
    [
      'our script on a site the reader has allowed',
      { id: 'papergloss', url: 'https://news.ycombinator.com/', tab: {}, frameId: 0 },
      'content',
    ],
    [
      'our script in a frame of such a site',
      { id: 'papergloss', url: 'https://news.ycombinator.com/', tab: {}, frameId: 3 },
      undefined,
    ],
    [
      'such a site without TLS',
      { id: 'papergloss', url: 'http://news.ycombinator.com/', tab: {}, frameId: 0 },
      undefined,
    ],
    ['such a site outside a tab', { id: 'papergloss', url: 'https://news.ycombinator.com/' }, undefined],
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }, undefined],
    [
      'an address that only begins like ours',
      { id: 'papergloss', url: 'chrome-extension://papergloss.evil/x' },
      undefined,
    ],
    ['nobody', {}, undefined],
  ];
  it.each(senders)('%s', (_who, sender, role) => expect(roleOfSender(sender, self)).toBe(role));
});

it('a page speaks for its own site, our pages for any', () => {
  expect(webSite({ url: 'https://www.example.org:8443/page' })).toBe('example.org');
  expect(webSite({ url: 'https://gist.github.com/someone/1' })).toBe('github.com');
  expect(webSite({ url: 'chrome-extension://papergloss/options.html' })).toBeUndefined();
});

describe('the repository one of whose pages asks', () => {
  const pages: [url: string, repository: string | undefined][] = [
    ['https://github.com/Someone/Drafts', 'Someone/Drafts'],
    ['https://github.com/someone/drafts/issues/4', 'someone/drafts'],
    ['https://gist.github.com/someone/0123456789abcdef', undefined],
    ['https://github.com/someone', undefined],
    ['https://github.com/topics/decoding', undefined],
    ['https://arxiv.org/abs/2412.17747', undefined],
    ['chrome-extension://papergloss/github.com/someone/drafts', undefined],
  ];
  it.each(pages)('%s', (url, repository) => expect(ownRepository({ url })).toBe(repository));
  it('is none where nobody says', () => expect(ownRepository({})).toBeUndefined());
});

describe('what a content script may ask', () => {
  const asked: [MessageType, boolean][] = [
    ['look-up', true],
    ['reading-list/save', true],
    ['site/switch', true],
    ['reading-list/import', false],
    ['reading-list/restore', false],
    ['feed/clear-cache', false],
    ['feed/refresh', false],
    ['settings/change', false],
    ['feed/list', false],
    ['papers/shown', false],
    ['papers/opened', false],
    ['for-you/dismiss', false],
    ['for-you/reset', false],
    ['requests/images', false],
  ];
  it.each(asked)('%s: %s', (type, allowed) => {
    expect(mayAsk('content', type)).toBe(allowed);
    expect(mayAsk('page', type)).toBe(true);
  });
});
