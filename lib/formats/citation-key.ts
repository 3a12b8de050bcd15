// Citation keys: `vaswani2017attention`. Pure.
import type { PaperFacts } from '../papers/reading-entry';
import { oneLine, shownAuthors } from './export-text';
import { issueDate } from './issue-date';
import { splitName } from './personal-name';

/** Letters that Unicode does not take apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};

const insignificant = new Set(
  'a an the on in of for to and or with from by at as is are be via towards toward into over under do does can how what why when where which who not no its it'.split(
    ' ',
  ),
);

/** Of `text` in lower case its letters without accents; anything but letters a to z and digits stays as it is. */
const withoutAccents = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþħıŋ]/g, (letter) => spelledOut[letter] ?? '');

/**
 * The key a paper has on its own: family name of the first author, year and first telling word of the title, in `a` to `z` and digits.
 * `arxiv` and the id where the name is in another script or there is none. A `/` in an id becomes a dot.
 */
export function citationKey(paper: PaperFacts): string {
  const [author = ''] = shownAuthors(paper);
  const name = splitName(author);
  const family = withoutAccents('literal' in name ? name.literal : `${name.particle}${name.family}`);
  const letters = family.replace(/[^\p{L}\p{N}]/gu, '');
  const year = issueDate(paper)?.year;
  if (!/^[a-z][a-z0-9]{0,60}$/.test(letters) || !year) return `arxiv${paper.id.replace('/', '.')}`;
  return `${letters}${year}${firstTellingWord(paper.title)}`;
}

function firstTellingWord(title: string): string {
  const words = withoutAccents(oneLine(title)).split(/[^\p{L}\p{N}'’-]+/u);
  const plain = words.map((word) => word.replace(/['’-]/g, ''));
  return plain.find((word) => /^(?=.*[a-z])[a-z0-9]{1,30}$/.test(word) && !insignificant.has(word)) ?? '';
}

/**
 * A key for each paper, by id, no two alike. Where papers would have the same, the one with the smallest id keeps it and the others get
 * `a`, `b` … by their ids: the order of `papers` does not matter, but which papers they are does. Keys of a part of a list are those of
 * the list only if all of it is given here.
 */
export function citationKeys(papers: readonly PaperFacts[]): Map<string, string> {
  const sorted = [...papers].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const wanted = new Map(sorted.map((paper) => [paper.id, citationKey(paper)]));
  const taken = new Set(wanted.values());
  const given = new Map<string, string>();
  const tried = new Map<string, number>();
  for (const [id, key] of wanted) {
    let count = tried.get(key) ?? 0;
    let unique = count === 0 ? key : `${key}${letterSuffix(count)}`;
    while (count > 0 && taken.has(unique)) unique = `${key}${letterSuffix(++count)}`;
    tried.set(key, count + 1);
    taken.add(unique);
    given.set(id, unique);
  }
  return given;
}

/** 1 → a, 26 → z, 27 → aa */
function letterSuffix(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letterSuffix(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}
