// Reads the Atom that arXiv's API answers with. Pure. No DOMParser: a service worker has none. What comes is taken for hostile.
// Format: https://info.arxiv.org/help/api/user-manual.html, sections 3.3 and 3.4.
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { feedDayOf } from '../papers/feed-day';
import { paperIdFromUrl } from '../papers/paper-id';
import { plainText } from '../papers/plain-text';
import { repairTex } from '../papers/tex-repair';
import { ArxivError } from './arxiv-error';
import type { ArxivPaper } from './arxiv-paper';

export interface ParsedAtom {
  /** In the order of the answer, each once. */
  papers: ArxivPaper[];
  /** What arXiv says is wrong with the question, in its own words: `incorrect id format for 1234`. */
  complaints: string[];
  /** How many papers arXiv says there are; 0 where it does not say. */
  promised: number;
}

/** In characters and names; those of the feed. */
const limits = { title: 400, abstract: 8_000, author: 120, authors: 2_000, complaint: 200, address: 200 };

/** What XML 1.0 allows nowhere. Taken out first: one such character in one abstract would cost the whole answer. */
const notXml = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A class as arXiv writes them: `cs.CL`, `cond-mat.mtrl-sci`, `hep-th`. */
const primaryClass = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[A-Za-z]+)*)?$/;

/**
 * The papers in an answer of arXiv's API, and what it complains of. An entry without a usable address or title is left out, other
 * parts that are missing or odd are absent. Throws ArxivError `format` for what is no whole Atom feed, and for a document type
 * declaration whatever it holds: arXiv writes none, and entities are declared there.
 */
export function parseAtom(text: string): ParsedAtom {
  const papers = new Map<string, ArxivPaper>();
  const complaints: string[] = [];
  const feed = rootOf(text);
  for (const entry of childrenOf(feed, 'entry')) {
    const address = textOf(entry, 'id', limits.address);
    if (/\/api\/errors(?:#|$)/.test(address)) complaints.push(textOf(entry, 'summary', limits.complaint));
    const paper = paperOf(entry, address);
    if (paper && !papers.has(paper.id)) papers.set(paper.id, paper);
  }
  const total = textOf(feed, 'opensearch:totalResults', 10);
  return { papers: [...papers.values()], complaints, promised: /^\d+$/.test(total) ? Number(total) : 0 };
}

function rootOf(text: string): XmlElement {
  if (text.includes('<!DOCTYPE')) {
    throw new ArxivError(
      'format',
      'A web page or a document with declarations came instead of data of arXiv.',
    );
  }
  const root = parse(text.replace(notXml, ''));
  if (root?.name !== 'feed') throw new ArxivError('format', 'What came is no list of papers of arXiv.');
  return root;
}

function parse(text: string): XmlElement | null {
  try {
    // An entity that nobody defined stays as it is written, within the limits of its text.
    return parseXml(text, { ignoreUndefinedEntities: true }).root;
  } catch (cause) {
    // XmlError, or RangeError where elements are nested deeper than the stack is.
    throw new ArxivError('format', 'The data that came is cut off or damaged.', { cause });
  }
}

function paperOf(entry: XmlElement, address: string): ArxivPaper | undefined {
  const id = paperIdFromUrl(address)?.id;
  const title = clean(textOf(entry, 'title', limits.title), limits.title);
  if (!id || !title) return undefined;
  const [primary] = childrenOf(entry, 'arxiv:primary_category');
  const category = primary?.attributes.term ?? '';
  const publishedAt = feedDayOf(textOf(entry, 'published', 40));
  return {
    id,
    title,
    abstract: clean(textOf(entry, 'summary', limits.abstract), limits.abstract),
    authors: childrenOf(entry, 'author')
      .slice(0, limits.authors)
      .map((author) => textOf(author, 'name', limits.author))
      .filter(Boolean),
    ...(publishedAt && { publishedAt }),
    ...(category.length <= 40 && primaryClass.test(category) && { category }),
  };
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

/** The text of the first child of that name, as one line; '' where there is none. */
function textOf(element: XmlElement, name: string, maxLength: number): string {
  return plainText(childrenOf(element, name)[0]?.text ?? '', maxLength);
}

/** As the feed's texts are: a paper reads the same wherever it was learned. */
function clean(line: string, maxLength: number): string {
  return plainText(repairTex(line), maxLength);
}
