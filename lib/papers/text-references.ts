// Identifiers and addresses in running text, with their places. Says nothing of where an address leads.
import { identifier, paperOf } from './identifier-grammar';

/** An identifier of a paper, or an address, in a text. */
export interface TextReference {
  /** Canonical identifier; absent for an address. */
  id?: string;
  /** As written, without the punctuation of the sentence behind it. */
  address?: string;
  /** Says of itself that it is arXiv's: labelled, of the old style, or a further one in a list that began with a label. */
  isCertain: boolean;
  /** Where it begins and ends in the text that `withoutInvisible` returns. */
  start: number;
  end: number;
}

/** What says that a number is arXiv's: `arXiv:`, `arXiv preprint `, `arXiv ID: `, `abs/`, and BibTeX's `eprint = {`. */
const label =
  '(?:(?:arxiv(?:\\s{0,2}(?:preprint|e-?print|id|no\\.?))?[\\s,]{0,2}[:：._/-]?\\s{0,2}|\\beprint\\s{0,9}=\\s{0,9}[{"]{0,2})(?:abs/)?|abs/)';

/** A bare or labelled identifier that is no part of a number, price, file name or path; or a whole address. */
const reference = /* @__PURE__ */ new RegExp(
  '(?<![\\w./$€£¥+-])(?<!\\b\\d{1,3},)' +
    `(${label})?` +
    // A footnote's digit sticks to old identifiers (`cond-mat/97063007`); arXiv's own linker reads past it, too.
    `${identifier}(?:(?<=/\\d{7})\\d)?(?![\\w%]|\\.\\w|\\(\\d)` +
    '|(?<![\\w.-])(?:[a-z]+://|[a-z\\d-]+(?:\\.[a-z\\d-]+)+/)[\\w.~:/?#@!$&*+=%-]+',
  'gi',
);

/** Between the identifiers of one list: `arXiv:2106.09709, 2106.09710 and 2106.09711`. */
const listSeparator = /^(?:\s?[,;&]\s?|,?\s(?:and|und|et|y)\s)$/;

/** Invisible characters that pages put inside words. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** The text as it is searched. */
export const withoutInvisible = (text: string) => text.replace(invisible, '');

/** All references in the order of the text. Takes time linear in the length. Never throws. */
export function findTextReferences(text: string): TextReference[] {
  const visible = withoutInvisible(text);
  const found: TextReference[] = [];
  for (const match of visible.matchAll(reference)) {
    const [whole, labelled, ...groups] = match;
    const start = match.index;
    const end = start + whole.length;
    if (groups[0] === undefined && groups[2] === undefined) {
      found.push({ address: whole.replace(/[.,:!?]+$/, ''), isCertain: true, start, end });
      continue;
    }
    const id = paperOf([whole, ...groups])?.id;
    if (!id) continue;
    const last = found.at(-1);
    const continues = last?.isCertain && last.id && listSeparator.test(visible.slice(last.end, start));
    found.push({ id, isCertain: Boolean(labelled || groups[2] || continues), start, end });
  }
  return found;
}
