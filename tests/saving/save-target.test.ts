import { describe, expect, it } from 'vitest';
import { saveAddress } from '../../lib/saving/save-target';
import { StoreError } from '../../lib/store/store-error';
import { entry, exampleSaving } from './example-saving';

describe('saving what an address names', () => {
  const papers: [address: string, id: string][] = [
    ['https://arxiv.org/abs/2606.00002v3', '2606.00002'],
    ['https://arxiv.org/pdf/hep-th/9901001', 'hep-th/9901001'],
    ['https://huggingface.co/papers/2606.00002', '2606.00002'],
    ['https://github.com/Known/Code/blob/main/README.md', '2606.00001'],
  ];
  it.each(papers)('saves the paper of %s', async (address, id) => {
    const deps = exampleSaving();
    expect(await saveAddress(address, deps)).toEqual({ kind: 'saved', entry: entry(id) });
    expect(deps.save).toHaveBeenCalledExactlyOnceWith([id]);
    expect(deps.fetchDetails).not.toHaveBeenCalled();
  });

  it('asks arXiv for the title of a paper of which only the id is known, after it was saved', async () => {
    const deps = exampleSaving();
    expect(await saveAddress('https://arxiv.org/abs/2412.17747', deps)).toMatchObject({ kind: 'saved' });
    expect(deps.fetchDetails).toHaveBeenCalledOnce();
    expect(deps.fetchDetails.mock.invocationCallOrder[0]).toBeGreaterThan(
      deps.save.mock.invocationCallOrder[0] as number,
    );
  });

  it('says which repository no cached paper belongs to', async () => {
    const deps = exampleSaving();
    expect(await saveAddress('https://github.com/other/code', deps)).toEqual({
      kind: 'no-paper-of',
      slug: 'other/code',
    });
    expect(deps.save).not.toHaveBeenCalled();
  });

  it.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://github.com/features',
    'javascript:alert(1)',
    '',
    'x',
  ])('finds nothing at "%s", and asks nobody', async (address) => {
    const deps = exampleSaving();
    expect(await saveAddress(address, deps)).toEqual({ kind: 'nothing' });
    for (const asked of Object.values(deps)) expect(asked).not.toHaveBeenCalled();
  });

  it('says when it failed, and asks arXiv nothing', async () => {
    const deps = exampleSaving();
    const error = new StoreError('disk-full', 'no room');
    deps.save.mockRejectedValue(error);
    expect(await saveAddress('https://arxiv.org/abs/2412.17747', deps)).toEqual({ kind: 'failed', error });
    expect(deps.fetchDetails).not.toHaveBeenCalled();
  });
});
