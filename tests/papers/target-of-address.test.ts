import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperIdFromUrl } from '../../lib/papers/paper-id';
import { repoSlugFromUrl } from '../../lib/papers/repo-slug';
import { targetText } from '../../lib/papers/target';
import { targetOfAddress } from '../../lib/papers/target-of-address';
import { anyText } from './any-text';

const named = (address: string) => {
  const target = targetOfAddress(address);
  return target && `${target.kind} ${targetText(target)}`;
};

describe('an address', () => {
  it.each([
    ['https://arxiv.org/abs/2412.17747', 'paper 2412.17747'],
    ['https://github.com/Owner/name', 'repository Owner/name'],
    ['https://GitHub.com/owner/name.git', 'repository owner/name'],
    ['https://img.shields.io/badge/arXiv-2412.17747-b31b1b.svg?link=github.com', 'paper 2412.17747'],
    ['https://example.org/github.com/owner/name', undefined],
    ['https://arxiv.org/list/cs.CL/recent', undefined],
    ['', undefined],
  ])('%s leads to %s', (address, expected) => expect(named(address)).toBe(expected));

  it('is read the same way short or long', () => {
    const path = fc.constantFrom('abs', 'pdf');
    const digits = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const name = fc.stringMatching(/^[a-zA-Z\d_-]{1,12}$/);
    fc.assert(
      fc.property(path, digits, digits, fc.constantFrom('', '1'), (kind, month, number, more) => {
        const address = `arxiv.org/${kind}/${month}.${number}${more}`;
        expect(paperIdFromUrl(`https://${address}`)).toEqual(paperIdFromUrl(`https://www.${address}`));
      }),
    );
    fc.assert(
      fc.property(
        name,
        name,
        fc.constantFrom('', '/', '/issues/1', '/tree/main'),
        (owner, repository, rest) => {
          const address = `github.com/${owner}/${repository}${rest}`;
          expect(repoSlugFromUrl(`https://${address}`)).toEqual(repoSlugFromUrl(`https://www.${address}`));
        },
      ),
    );
  });

  it('of any shape throws nothing', () => {
    fc.assert(fc.property(anyText, (text) => void targetOfAddress(`https://github.com/${text}`)));
    fc.assert(fc.property(anyText, (text) => void targetOfAddress(text)));
  });
});
