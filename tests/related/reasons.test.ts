import { describe, expect, it } from 'vitest';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { sequenceOf } from '../../lib/related/paper-index';
import { sequenceOfText } from '../../lib/related/paper-stretches';
import { reasonsFor } from '../../lib/related/reasons';
import { weighIndex } from '../../lib/related/similarity';
import { fillers, indexed, paper } from './invented-papers';

/** Why `other` is near `one`, where both are among many. */
function reasons(one: Partial<IndexedPaper>, other: Partial<IndexedPaper>, among: IndexedPaper[] = []) {
  const asked = paper('2501.00001', { title: '', ...one });
  const explained = paper('2501.00002', { title: '', ...other });
  const papers = [asked, explained, ...among, ...fillers(120)];
  const { index, sequences } = indexed(papers);
  return reasonsFor(weighIndex(index, sequences), { paper: explained, slot: 1 }, sequenceOf(sequences, 0));
}

const keywordsOf = (...parts: Parameters<typeof reasons>) =>
  reasons(...parts).flatMap((reason) => (reason.kind === 'keywords' ? reason.keywords : []));

describe('the reasons why a paper is near another', () => {
  it('are repository, organization and keywords in common, in this order', () => {
    const common = { repository: 'lumen/draft', organization: 'Lumen Lab', keywords: ['draft trees'] };
    expect(reasons(common, common)).toEqual([
      { kind: 'repository', repository: 'lumen/draft' },
      { kind: 'organization', organization: 'Lumen Lab' },
      { kind: 'keywords', keywords: ['draft trees'] },
    ]);
  });

  it('are in the spelling of the paper that is shown', () => {
    expect(
      reasons(
        { repository: 'LUMEN/draft', organization: 'LUMEN lab', keywords: ['draft tree'] },
        { repository: 'Lumen/Draft', organization: 'Lumen Lab', keywords: ['Draft Trees'] },
      ),
    ).toEqual([
      { kind: 'repository', repository: 'Lumen/Draft' },
      { kind: 'organization', organization: 'Lumen Lab' },
      { kind: 'keywords', keywords: ['Draft Trees'] },
    ]);
  });

  it.each<[string, Partial<IndexedPaper>, Partial<IndexedPaper>]>([
    ['papers without a word in common', { title: 'Draft trees' }, { title: 'Cloud forecasts' }],
    ['papers without any word', {}, {}],
    ['another repository of the same owner', { repository: 'lumen/draft' }, { repository: 'lumen/trees' }],
    ['a repository and none', { repository: 'lumen/draft' }, {}],
    ['an organization of a longer name', { organization: 'Lumen' }, { organization: 'Lumen Lab' }],
    ['an author in common', { authors: ['Ada Lindqvist'] }, { authors: ['Ada Lindqvist'] }],
    ['an author who is a word of the other', { authors: ['Ada Draft'] }, { title: 'Draft' }],
    ['words that say nothing', { title: 'The one of us with it' }, { title: 'And with the other of us' }],
    [
      'words of any paper',
      { title: 'A novel method improves results' },
      { title: 'Novel results of a method' },
    ],
    ['numbers', { title: 'In 2048 of 4096' }, { title: '2048 or 4096' }],
    ['single letters', { title: 'x y' }, { title: 'x y' }],
  ])('are none for %s', (_, one, other) => expect(reasons(one, other)).toEqual([]));

  it('are the rarest keywords first, three at most, and none that repeats another', () => {
    const among = Array.from({ length: 30 }, (_, at) =>
      paper(`2502.${10_000 + at}`, { title: '', abstract: at < 3 ? 'common usual' : 'common' }),
    );
    const keywords = ['common', 'usual', 'zeppelin engine', 'zeppelin', 'rudder', 'propeller'];
    expect(keywordsOf({ keywords }, { keywords }, among)).toEqual([
      'zeppelin engine',
      expect.stringMatching(/^(rudder|propeller)$/),
      expect.stringMatching(/^(rudder|propeller)$/),
    ]);
  });

  it('are keywords that stand in the texts of the other paper, too', () => {
    const abstract = 'We steer a zeppelin engine by its rudders.';
    expect(keywordsOf({ abstract }, { keywords: ['Zeppelin engines', 'rudder', 'mooring mast'] })).toEqual([
      'Zeppelin engines',
      'rudder',
    ]);
  });

  it('are no keyword of which only some words stand in both, or in another order', () => {
    expect(
      keywordsOf({ keywords: ['engine zeppelin', 'rudder'] }, { keywords: ['zeppelin engine'] }),
    ).toEqual([]);
  });

  it('are words of the texts where there are no keywords, as they are written there', () => {
    expect(
      keywordsOf(
        { title: 'Mooring a LoRA-guided zeppelin' },
        { title: 'Zeppelin flights by LoRA' },
      ).toSorted(),
    ).toEqual(['LoRA', 'zeppelin']);
  });

  it('are words of the abstract where the title has less than two', () => {
    const one = { title: 'Mooring a zeppelin', abstract: 'By propellers.' };
    const twice = 'Mooring, propellers; propellers, mooring.';
    expect(keywordsOf(one, { title: 'A zeppelin', abstract: twice })).toEqual([
      'zeppelin',
      'mooring',
      'propellers',
    ]);
    expect(keywordsOf(one, { title: 'Zeppelin: mooring', abstract: twice }).toSorted()).toEqual([
      'mooring',
      'zeppelin',
    ]);
  });

  it('are no single word that the abstract holds once, where the title gives one', () => {
    expect(
      keywordsOf(
        { title: 'A zeppelin', abstract: 'By propellers.' },
        { title: 'Zeppelin', abstract: 'Propellers.' },
      ),
    ).toEqual(['zeppelin']);
  });

  it('are words that follow each other as one', () => {
    expect(
      keywordsOf(
        { abstract: 'On zeppelin mooring.' },
        { abstract: 'For zeppelin mooring, nothing is known.' },
      ),
    ).toEqual(['zeppelin mooring']);
  });

  it('are no two words with something between them in the text', () => {
    expect(
      keywordsOf({ abstract: 'zeppelin mooring' }, { abstract: 'A zeppelin (mooring).' }).toSorted(),
    ).toEqual(['mooring', 'zeppelin']);
  });

  it('are common words only where nothing rarer stands in both', () => {
    const rare = keywordsOf(
      { abstract: 'Harbour zeppelin.' },
      { abstract: 'A zeppelin, a harbour; this harbour, that zeppelin.' },
    );
    const common = keywordsOf({ abstract: 'Harbour pilots.' }, { abstract: 'A quiet harbour.' });
    expect(rare).toEqual(['zeppelin']);
    expect(common).toEqual(['harbour']);
  });

  it('are found in Chinese', () => {
    expect(keywordsOf({ title: '投机解码' }, { title: '解码器' })).toEqual(['解码']);
  });

  it('are found with 3,000 keywords', () => {
    const keywords = Array.from({ length: 3_000 }, (_, at) => `topic${at} zeppelin${at}`);
    expect(keywordsOf({ keywords }, { keywords })).toHaveLength(3);
  });

  it('are found with a text no index holds', () => {
    const explained = paper('2501.00002', { title: 'Mooring a zeppelin', organization: 'Lumen Lab' });
    const { index, sequences } = indexed([explained, ...fillers(30)]);
    const text = paper('', { title: 'The zeppelin of tomorrow', abstract: '', organization: 'Lumen Lab' });
    const sequence = sequenceOfText(index.dictionary, text);
    expect(reasonsFor(weighIndex(index, sequences), { paper: explained, slot: 0 }, sequence)).toEqual([
      { kind: 'organization', organization: 'Lumen Lab' },
      { kind: 'keywords', keywords: ['zeppelin'] },
    ]);
  });
});
