import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huggingFaceSearch, isOwnAddress, namedPaper } from '../../lib/omnibox/addresses';
import { arxivPage } from '../../lib/papers/paper-pages';
import { anyText } from '../papers/any-text';

describe('the address of a search on Hugging Face', () => {
  it.each([
    ['draft models', 'https://huggingface.co/papers?q=draft+models'],
    ['a&b=c#d?e', 'https://huggingface.co/papers?q=a%26b%3Dc%23d%3Fe'],
    ['扩散', 'https://huggingface.co/papers?q=%E6%89%A9%E6%95%A3'],
    ['\ud800', 'https://huggingface.co/papers?q=%EF%BF%BD'],
    ['', 'https://huggingface.co/papers'],
  ])('for %j is %s', (query, address) => {
    expect(huggingFaceSearch(query)).toBe(address);
  });

  it('leads to that page with that query and nowhere else, for any text', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        const url = new URL(huggingFaceSearch(query));
        expect(url.origin + url.pathname + url.hash).toBe('https://huggingface.co/papers');
        expect([...url.searchParams]).toEqual(
          query === '' ? [] : [['q', query.replace(/\p{Cs}/gu, '\ufffd')]],
        );
      }),
    );
  });
});

describe('the paper a text names', () => {
  it.each([
    ['2412.17747', '2412.17747'],
    ['arXiv:2412.17747v3', '2412.17747'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/pdf/2412.17747v2', '2412.17747'],
    ['arxiv.org/abs/2412.17747', '2412.17747'],
    ['https://huggingface.co/papers/2412.17747', '2412.17747'],
    ['like 2412.17747', undefined],
    ['https://github.com/ada/code', undefined],
    ['', undefined],
  ])('by %j is %s', (text, id) => {
    expect(namedPaper(text)).toBe(id);
  });
});

describe('an address of ours', () => {
  const own = fc.oneof(
    fc.constantFrom('2412.17747', 'hep-th/9901001', '0704.0001').map(arxivPage),
    anyText.map(huggingFaceSearch),
  );

  it('is known again, whatever it was made of', () => {
    fc.assert(fc.property(own, (address) => isOwnAddress(address)));
  });

  it.each([
    'javascript:alert(1)//https://arxiv.org/abs/2412.17747',
    'http://arxiv.org/abs/2412.17747',
    'https://arxiv.org/abs/2412.17747#x',
    'https://arxiv.org/abs/2412.17747v2',
    'https://arxiv.org.evil.example/abs/2412.17747',
    'https://evil.example/https://arxiv.org/abs/2412.17747',
    ' https://arxiv.org/abs/2412.17747',
    'https://huggingface.co/papers?q=a&next=https://evil.example',
    'https://huggingface.co/papers?q=a b',
    'https://huggingface.co/papers/2412.17747',
    'https://huggingface.co/papers.evil',
    'https://huggingface.co@evil.example/papers?q=a',
    '',
  ])('is not %j', (text) => {
    expect(isOwnAddress(text)).toBe(false);
  });

  it('is nothing that differs from one in a single character', () => {
    fc.assert(
      fc.property(own, fc.nat(), fc.constantFrom(' ', '/', '@', ':', '\n', '"'), (address, place, added) => {
        const at = place % (address.length + 1);
        const changed = address.slice(0, at) + added + address.slice(at);
        const query = new URLSearchParams(changed.split('?')[1]).get('q');
        fc.pre(query === null || huggingFaceSearch(query) !== changed);
        expect(isOwnAddress(changed)).toBe(false);
      }),
    );
  });
});
