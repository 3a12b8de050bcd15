// Adds papers to an index and takes papers out: a new index each time, so that a search that is under way keeps its own. Papers are
// taken one by one (slow: words and stems), the index is then rewritten in one go (quick).
import { termOf } from './dictionary';
import type { IndexedPaper } from './indexed-paper';
import { writeNumber } from './leb128';
import { mergeIndex, mergeSequences, type Posting } from './merge-index';
import { nameTerms } from './name-terms';
import {
  namesBegin,
  type PaperIndex,
  packCounts,
  type Sequences,
  stretchEnd,
  termCount,
} from './paper-index';
import { type Stretch, stemEntryOf, stretchesOf } from './paper-stretches';
import { stopWords } from './stop-words';

export interface Extension {
  /** Takes a paper; one that the index has already is replaced. */
  add(paper: IndexedPaper): void;
  /** The index with the papers taken and without those named. */
  finish(removed?: Iterable<string>): { index: PaperIndex; sequences: Sequences };
}

type Counts = Record<Stretch['field'], number>;

export function extendIndex(index: PaperIndex, sequences: Sequences): Extension {
  const papers: IndexedPaper[] = [];
  const postings: Posting[] = [];
  const written = { bytes: [] as number[], position: 0 };
  const sequenceEnds: number[] = [];
  const newWords = new Map<string, number>();
  const known = new Map<string, number>();
  let nextTerm = termCount(index);

  function findTerm(word: string): number | undefined {
    return known.get(word) ?? newWords.get(word) ?? termOf(index.dictionary, word);
  }

  /** A word takes the term of its stem; the stem itself is entered, too, so that the next word of the same stem finds it. */
  function termFor(word: string, stem: string): number {
    let term = findTerm(word);
    if (term === undefined) {
      term = findTerm(stem) ?? nextTerm++;
      newWords.set(word, term);
      if (stem !== word && termOf(index.dictionary, stem) === undefined) newWords.set(stem, term);
    }
    known.set(word, term);
    return term;
  }

  const write = (term: number) => writeNumber(written, term);

  function add(paper: IndexedPaper): void {
    const slot = papers.length;
    const counts = new Map<number, Counts>();
    function countOf(term: number): Counts {
      const count = counts.get(term) ?? { title: 0, gloss: 0, text: 0 };
      counts.set(term, count);
      return count;
    }
    for (const { field, words } of stretchesOf(paper)) {
      for (const word of words) {
        const term = termFor(word, stemEntryOf(word));
        if (!stopWords.has(word)) countOf(term)[field] += 1;
        write(term);
      }
      write(stretchEnd);
    }
    write(namesBegin);
    for (const name of nameTerms(paper)) {
      for (const word of name) {
        const term = termFor(word, word);
        countOf(term).text = 1;
        write(term);
      }
      write(stretchEnd);
    }
    for (const [term, { title, gloss, text }] of counts) {
      postings.push({ term, slot, counts: packCounts(title, gloss, text) });
    }
    sequenceEnds.push(written.position);
    papers.push(paper);
  }

  function finish(removed: Iterable<string> = []) {
    const gone = new Set([...removed, ...papers.map(({ id }) => id)]);
    // Of a paper that was taken twice the last one counts.
    const last = new Map(papers.map(({ id }, position) => [id, position]));
    const kept = {
      slots: index.ids.flatMap((id, slot) => (gone.has(id) ? [] : [slot])),
      papers: [...last.values()].sort((a, b) => a - b),
    };
    const taken = { papers, postings, newWords, terms: nextTerm, sequenceBytes: written.bytes, sequenceEnds };
    return { index: mergeIndex(index, taken, kept), sequences: mergeSequences(sequences, taken, kept) };
  }

  return { add, finish };
}
