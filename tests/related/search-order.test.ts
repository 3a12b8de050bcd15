import { describe, expect, it } from 'vitest';
import { fillers, indexed, paper, search } from './invented-papers';

describe('what a search finds is in the order of', () => {
  const titles = (...fields: Parameters<typeof paper>[1][]) =>
    indexed([
      ...fillers(20),
      ...fields.map((some, at) => paper(`2501.0000${at + 1}`, { title: '', ...some })),
    ]);
  const order = async (built: ReturnType<typeof titles>, query: string) =>
    (await search(built, query)).ids.map((id) => id.slice(-1)).join(' ');

  it('where the word stands: title, then what the feed says, then abstract', async () => {
    const built = titles(
      { abstract: 'All about drafts.' },
      { abstract: 'Nothing.', summary: 'All about drafts.' },
      { title: 'All about drafts', abstract: 'Nothing.' },
    );
    expect(await order(built, 'draft ')).toBe('3 2 1');
  });

  it('the title before all the rest, however often the word stands in it', async () => {
    const often = 'Draft draft draft draft draft draft draft draft.';
    const built = titles({ title: 'A draft', abstract: 'Nothing.' }, { abstract: often, summary: often });
    expect(await order(built, 'draft ')).toBe('1 2');
  });

  it('how often it stands there', async () => {
    const built = titles({ abstract: 'One draft.' }, { abstract: 'Draft, draft, and draft.' });
    expect(await order(built, 'draft ')).toBe('2 1');
  });

  it('the word itself before a name, and that before what the word begins', async () => {
    const built = titles(
      { abstract: 'On drafting-room floors, draftier.' },
      { abstract: 'Draft.' },
      { authors: ['A Draft'] },
    );
    const begun = titles({ abstract: 'The draftspeople.' }, { abstract: 'The draftsperson drafts.' });
    expect((await order(built, 'draft')).at(0)).toBe('2');
    expect(await order(begun, 'draft')).toBe('2 1');
  });

  it('how rare the words are that match', async () => {
    const built = titles({ title: 'A zeppelin' }, { title: 'A zeppelin' }, { title: 'A glider' });
    expect(await order(built, 'zeppelin glider ')).toBe('3 2 1');
  });

  it('days, the newest first, and then of identifiers, where nothing else tells', async () => {
    const title = 'A draft';
    const built = titles(
      { title, day: '2025-06-12' },
      { title, day: '2025-06-14' },
      { title },
      { title, publishedAt: '2025-06-13' },
      { title, day: '2025-06-12' },
    );
    expect(await order(built, 'draft ')).toBe('2 4 5 1 3');
    expect(await order(built, 'day:2025')).toBe('2 4 5 1');
  });
});
