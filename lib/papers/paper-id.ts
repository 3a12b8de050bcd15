// arXiv identifiers, alone, in addresses and in running text. Runs in content scripts: no imports but this folder's pure files.
// Grammar: https://info.arxiv.org/help/arxiv_identifier.html and the Identifier class of arXiv's own arxiv-base.
import { identifierPlaces } from './paper-address';

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

// The expressions are marked pure so that a content script pays only for those it uses.

/** The shape of both styles; what shape alone cannot say is left to `paperOf`. */
const identifier = `(?:(\\d{4})\\.(\\d{4,5})|(${archives})(?:\\.[a-z-]{2,9})?/(\\d{4})(\\d{3}))(?:v([1-9]\\d{0,2}))?`;

const whole = /* @__PURE__ */ new RegExp(
  `^(?:arxiv:|(?:doi:)?10\\.48550/arxiv\\.)?${identifier}(?: \\[[a-z.-]+\\])?$`,
  'i',
);

const leading = /* @__PURE__ */ new RegExp(`^(?:arxiv[:.])?${identifier}(?!\\w|\\.\\d)`, 'i');

/** A bare or labelled identifier that is no part of a number, price, file name or path; or a whole address. */
const inText = /* @__PURE__ */ new RegExp(
  '(?<![\\w./$€£¥+-])(?<!\\b\\d{1,3},)(?:arxiv[:._/-]?|abs/)?' +
    // A footnote's digit sticks to old identifiers (`cond-mat/97063007`); arXiv's own linker reads past it, too.
    `${identifier}(?:(?<=/\\d{7})\\d)?(?![\\w%]|\\.\\w|\\(\\d)` +
    '|(?<![\\w.-])(?:[a-z]+://|[a-z\\d-]+(?:\\.[a-z\\d-]+)+/)[\\w.~:/?#@!$&*+=%-]+',
  'gi',
);

/** Invisible characters that pages put inside words. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** Months are real, numbers start at 1, and each style has its years: the length of the number tells 2007–2014 from later. */
function paperOf(match: RegExpExecArray | null): PaperReference | undefined {
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

/**
 * Reads one identifier that is the whole of `text`: `2412.17747v2`, `arXiv:math.GT/0309136`, `arXiv:0706.0001v1 [q-bio.CB]`,
 * `10.48550/arXiv.2412.17747`. Undefined for everything else, surrounding white space included.
 */
export function parsePaperId(text: string): PaperReference | undefined {
  return paperOf(whole.exec(text));
}

/**
 * The paper an address names: arXiv and its mirrors, Hugging Face, DOI, ADS, Semantic Scholar and others; also a bare DOI
 * and `hf://papers/…`. Undefined for lists, other sites, and what is no address. Never throws.
 */
export function paperIdFromUrl(url: string | URL): PaperReference | undefined {
  for (const place of identifierPlaces(String(url))) {
    const paper = paperOf(leading.exec(place));
    if (paper) return paper;
  }
  return undefined;
}

/**
 * The identifiers in running text, without version, in order of first appearance, each once. Inside an address only what
 * `paperIdFromUrl` reads counts. A number whose month lies after `now` (ms since 1970) is none. Every id found is one that
 * `parsePaperId` accepts. Takes time linear in the length.
 */
export function findPaperIds(text: string, now: number = Date.now()): string[] {
  const newestMonth = new Date(now).toISOString().slice(2, 7).replace('-', '');
  const found = new Set<string>();
  for (const match of text.replace(invisible, '').matchAll(inText)) {
    const isAddress = !(match[1] ?? match[3]);
    const id = (isAddress ? paperIdFromUrl(match[0]) : paperOf(match))?.id;
    const isFuture = id && /^\d/.test(id) && id.slice(0, 4) > newestMonth;
    if (id && !isFuture) found.add(id);
  }
  return [...found];
}
