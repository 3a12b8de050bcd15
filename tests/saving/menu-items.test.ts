import { describe, expect, it } from 'vitest';
import { paperIdFromUrl } from '../../lib/papers/paper-id';
import { repoSlugFromUrl } from '../../lib/papers/repo-slug';
import { menuItems, paperAddresses, repositoryAddresses } from '../../lib/saving/menu-items';

/** What a match pattern of the browser's covers: `*://` both schemes, `*.host` the host itself, too. */
function matches(pattern: string, address: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const { protocol, hostname, pathname, search } = new URL(address);
  const isHost = host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : hostname === host;
  const pathGrammar = path.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return (
    /^https?:$/.test(protocol) && isHost && new RegExp(`^${pathGrammar.join('.*')}$`).test(pathname + search)
  );
}

const papers = [
  'https://arxiv.org/abs/2412.17747',
  'http://www.arxiv.org/pdf/2412.17747v2',
  'https://arxiv.org/html/2412.17747v1',
  'https://arxiv.org/ps/hep-th/9901001',
  'https://arxiv.org/src/2412.17747',
  'https://arxiv.org/e-print/2412.17747',
  'https://arxiv.org/format/2412.17747',
  'https://export.arxiv.org/abs/hep-th/9901001',
  'https://huggingface.co/papers/2412.17747',
  'https://hf.co/papers/2412.17747',
  'https://www.alphaxiv.org/abs/2412.17747',
  'https://alphaxiv.org/overview/2412.17747',
  'https://ar5iv.org/abs/2412.17747',
  'https://doi.org/10.48550/arXiv.2412.17747',
  'https://dx.doi.org/10.48550/arXiv.2412.17747',
  'https://scirate.com/arxiv/2412.17747',
  'https://papers.cool/arxiv/2412.17747',
  'https://www.emergentmind.com/papers/2412.17747',
];

describe('the items of the context menu', () => {
  it.each(papers)('show at %s, which is read as a paper', (address) => {
    expect(paperAddresses.some((pattern) => matches(pattern, address))).toBe(true);
    expect(paperIdFromUrl(address)?.id).toMatch(/^(2412\.17747|hep-th\/9901001)$/);
  });

  it.each(paperAddresses)('show nowhere without need: %s has a paper', (pattern) => {
    expect(papers.filter((address) => matches(pattern, address))).not.toEqual([]);
  });

  it.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/search/?query=draft',
    'https://github.com/',
    'https://github.com/topics',
    'https://notarxiv.org/abs/2412.17747',
    'https://huggingface.co/models',
    'https://news.example.org/abs/2412.17747',
  ])('do not show at %s', (address) => {
    const all = [...paperAddresses, ...repositoryAddresses];
    expect(all.filter((pattern) => matches(pattern, address))).toEqual([]);
  });

  it('show on links to repositories, which are read as such', () => {
    const address = 'https://github.com/a/b/tree/main';
    expect(repositoryAddresses.some((pattern) => matches(pattern, address))).toBe(true);
    expect(repoSlugFromUrl(address)).toBe('a/b');
  });

  it('are one for links and one for pages, so that the menu never has two of ours', () => {
    expect(menuItems().map(({ contexts, title }) => [contexts, title])).toEqual([
      [['link'], 'Save to reading list'],
      [['page'], 'Save this page’s paper'],
    ]);
  });
});
