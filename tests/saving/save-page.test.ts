import { describe, expect, it, vi } from 'vitest';
import type { Target } from '../../lib/papers/target';
import { savePage } from '../../lib/saving/save-page';
import { entry, exampleSaving } from './example-saving';

const paper = (id: string): Target => ({ kind: 'paper', id });
const code = (slug: string): Target => ({ kind: 'repository', slug });

const blog = 'https://blog.example.org/post';
const saved = (id: string) => ({ kind: 'saved', entry: entry(id) });

describe('saving the paper of a page', () => {
  const pages: [what: string, address: string, named: Target[], outcome: object][] = [
    [
      'that its address names, whatever else it names',
      'https://arxiv.org/abs/2606.00002',
      [paper('1')],
      saved('2606.00002'),
    ],
    [
      'of its repository, before those of its text',
      'https://github.com/Known/Code',
      [paper('2606.00009')],
      saved('2606.00001'),
    ],
    [
      'that it names, where that is the only one',
      blog,
      [paper('2606.00003'), paper('2606.00003')],
      saved('2606.00003'),
    ],
    ['that it names beside code', blog, [code('Known/Code'), paper('2606.00003')], saved('2606.00003')],
    [
      'that the text of an unknown repository names',
      'https://github.com/a/b',
      [code('a/b'), paper('2606.00003')],
      saved('2606.00003'),
    ],
    [
      'of several: none, but how many',
      blog,
      [paper('2606.00003'), paper('2606.00004')],
      { kind: 'several', papers: 2 },
    ],
    [
      'of a repository nobody knows: none',
      'https://github.com/a/b',
      [code('a/b')],
      { kind: 'no-paper-of', slug: 'a/b' },
    ],
    ['of code that a page merely mentions: none', blog, [code('Known/Code')], { kind: 'nothing' }],
    ['of a page whose address is hidden: none', '', [], { kind: 'nothing' }],
  ];
  it.each(pages)('saves the one %s', async (_, address, named, outcome) => {
    const deps = exampleSaving();
    expect(await savePage(address, async () => named, deps)).toEqual(outcome);
  });

  it('does not ask the page where the address settles it', async () => {
    const named = vi.fn(async () => []);
    await savePage('https://arxiv.org/abs/2606.00002', named, exampleSaving());
    expect(named).not.toHaveBeenCalled();
  });

  it('does not look for another paper when the right one could not be saved', async () => {
    const deps = exampleSaving();
    deps.save.mockRejectedValue(new Error('no'));
    const outcome = await savePage(
      'https://arxiv.org/abs/2606.00002',
      async () => [paper('2606.00003')],
      deps,
    );
    expect(outcome.kind).toBe('failed');
    expect(deps.save).toHaveBeenCalledOnce();
  });
});
