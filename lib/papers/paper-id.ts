// arXiv identifiers, alone, in addresses and in running text. Runs in content scripts: no imports but this folder's pure files.
import { identifier, isFuture, type PaperReference, paperOf } from './identifier-grammar';
import { identifierPlaces } from './paper-address';
import { findTextReferences } from './text-references';

export type { PaperReference };

// The expressions are marked pure so that a content script pays only for those it uses.

const whole = /* @__PURE__ */ new RegExp(
  `^(?:arxiv:|(?:doi:)?10\\.48550/arxiv\\.)?${identifier}(?: \\[[a-z.-]+\\])?$`,
  'i',
);

const leading = /* @__PURE__ */ new RegExp(`^(?:arxiv[:.])?${identifier}(?!\\w|\\.\\d)`, 'i');

/** The form nearly every address has, read without taking it apart; whatever differs in anything goes the long way. */
const plainAddress = /^https:\/\/arxiv\.org\/(?:abs|pdf)\/(\d{4})\.(\d{4,5})$/;

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
  const address = String(url);
  const plain = plainAddress.exec(address);
  if (plain) return paperOf(plain);
  for (const place of identifierPlaces(address)) {
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
  const found = new Set<string>();
  for (const { id, address } of findTextReferences(text)) {
    const named = id ?? (address && paperIdFromUrl(address)?.id);
    if (named && !isFuture(named, now)) found.add(named);
  }
  return [...found];
}
