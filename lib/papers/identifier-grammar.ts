// What an arXiv identifier looks like and when it can have been issued. Runs in content scripts: no imports.
// Grammar: https://info.arxiv.org/help/arxiv_identifier.html and the Identifier class of arXiv's own arxiv-base.

export interface PaperReference {
  /** Canonical, without version and subject class, archive in lower case: `2412.17747`, `math/0309136`. */
  id: string;
  /** Absent when the text names none. */
  version?: number;
}

/** Archives that issued identifiers before April 2007. */
const archives =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|' +
  'hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';

/** The shape of both styles, five groups and the version; what shape alone cannot say is left to `paperOf`. */
export const identifier = `(?:(\\d{4})\\.(\\d{4,5})|(${archives})(?:\\.[a-z-]{2,9})?/(\\d{4})(\\d{3}))(?:v([1-9]\\d{0,2}))?`;

/**
 * The paper of a match whose first six groups are those of `identifier`. Months are real, numbers start at 1, and each style has
 * its years: the length of the number tells 2007–2014 from later. Undefined for what can be no paper.
 */
export function paperOf(match: readonly (string | undefined)[] | null): PaperReference | undefined {
  const [, newMonth, newNumber, archive, oldMonth, oldNumber, version] = match ?? [];
  const digits = newMonth ?? oldMonth;
  const number = newNumber ?? oldNumber;
  if (!digits || !number || !Number(number)) return undefined;
  const month = Number(digits);
  if (month % 100 < 1 || month % 100 > 12) return undefined;
  const issued = archive
    ? month <= 703 || month >= 9107
    : month >= 704 && number.length === (month < 1501 ? 4 : 5);
  if (!issued) return undefined;
  const id = archive ? `${archive.toLowerCase()}/${digits}${number}` : `${digits}.${number}`;
  return version ? { id, version: Number(version) } : { id };
}

/** Whether the month of a new-style identifier lies after `now` (ms since 1970). */
export function isFuture(id: string, now: number): boolean {
  const newestMonth = new Date(now).toISOString().slice(2, 7).replace('-', '');
  return /^\d/.test(id) && id.slice(0, 4) > newestMonth;
}
