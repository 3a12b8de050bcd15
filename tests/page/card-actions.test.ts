import { describe, expect, it, vi } from 'vitest';
import type { Send } from '../../lib/messages/send';
import { createCardActions } from '../../lib/page/card-actions';
import type { CardActions } from '../../lib/page/card-script';

const sent: [what: string, act: (actions: CardActions) => unknown, type: string, request: object][] = [
  ['saving', (card) => card.save('2412.17747'), 'reading-list/save', { ids: ['2412.17747'] }],
  ['removing', (card) => card.remove('2412.17747'), 'reading-list/remove', { ids: ['2412.17747'] }],
  [
    'a status',
    (card) => card.setStatus('2412.17747', 'done'),
    'reading-list/set-status',
    { id: '2412.17747', status: 'done' },
  ],
  ['copying', (card) => card.citation('2412.17747', 'apa'), 'citation', { id: '2412.17747', style: 'apa' }],
  ['closing', (card) => card.switchSite(false), 'site/switch', { site: 'arxiv.org', on: false }],
  ['the way to the list', (card) => card.openLibrary(), 'page/open', { page: 'library' }],
];

describe('what a card has done', () => {
  it.each(sent)('is one message: %s', (_, act, type, request) => {
    const send = vi.fn(async () => []);
    act(createCardActions(send as unknown as Send, 'arxiv.org'));
    expect(send).toHaveBeenCalledExactlyOnceWith(type, request);
  });

  it('is refused where the message is', async () => {
    const send = () => Promise.reject(new Error('refused'));
    const actions = createCardActions(send as Send, 'arxiv.org');
    await expect(actions.save('2412.17747')).rejects.toThrow('refused');
    await expect(actions.citation('2412.17747', 'bibtex')).rejects.toThrow('refused');
  });

  it('gives the first card of a look-up, or none', async () => {
    const answers = [[[{ id: 'a' }, { id: 'b' }]], [[]]];
    const actions = createCardActions((async () => answers.shift()) as unknown as Send, 'arxiv.org');
    expect(await actions.loadCard('a')).toEqual({ id: 'a' });
    expect(await actions.loadCard('a')).toBeUndefined();
  });
});
