import { describe, expect, it } from 'vitest';
import { readPageTargets, type Tabs } from '../../lib/messages/page-targets';

function tabsAt(url: string | undefined, answer: () => Promise<unknown>): Tabs {
  return { query: async () => [{ id: 7, url }], sendMessage: answer };
}

const noScript = () => Promise.reject(new Error('Receiving end does not exist'));

describe('what the current tab names', () => {
  it('is asked of the page, its own paper first', async () => {
    const named = [
      { kind: 'paper', id: '2211.17192' },
      { kind: 'paper', id: '2412.17747' },
    ];
    expect(await readPageTargets(tabsAt('https://arxiv.org/abs/2412.17747v2', async () => named))).toEqual({
      targets: [named[1], named[0]],
      ownPaper: '2412.17747',
    });
  });

  const addresses: [string, object][] = [
    [
      'https://arxiv.org/pdf/2412.17747',
      { targets: [{ kind: 'paper', id: '2412.17747' }], ownPaper: '2412.17747' },
    ],
    ['https://github.com/a/b/issues/1', { targets: [{ kind: 'repository', slug: 'a/b' }] }],
    ['https://github.com/features', { targets: [] }],
    ['https://arxiv.org/list/cs.CL/recent', { targets: [] }],
  ];
  it.each(addresses)('is read from %s where no script of ours runs', async (url, expected) => {
    expect(await readPageTargets(tabsAt(url, noScript))).toEqual(expected);
  });

  it('is nothing where we may not see the address, and where there is no tab', async () => {
    expect(await readPageTargets(tabsAt(undefined, noScript))).toEqual({ targets: [] });
    expect(await readPageTargets({ query: async () => [], sendMessage: noScript })).toEqual({ targets: [] });
  });
});
