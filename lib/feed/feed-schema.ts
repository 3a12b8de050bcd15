// Turns what the feed answers into papers, one item at a time. The only file that knows the names of the feed's fields: missing
// fields, wrong types, odd addresses and mangled text end here. Pure; must not fetch or store.
import * as z from 'zod/mini';
import { feedDayOf } from '../papers/feed-day';
import type { Paper } from '../papers/paper';
import { parsePaperId } from '../papers/paper-id';
import { plainText } from '../papers/plain-text';
import { repoSlugFromUrl } from '../papers/repo-slug';
import { repairTex } from '../papers/tex-repair';
import { isThumbnail } from '../papers/thumbnail-host';

/** An item that could not be read. */
export interface RejectedItem {
  /** Position in the answer; -1 where the answer as a whole is no list. */
  index: number;
  /** What the item gave as its identifier, where that is a text at all. */
  id?: string;
  /** For a log or a detail line, in English. */
  reason: string;
}

export interface ParsedItems {
  papers: Paper[];
  rejected: RejectedItem[];
}

/** The most that is kept, in characters of a text and in entries of a list. Real papers stay far below. */
const limits = {
  title: 400,
  abstract: 8_000,
  summary: 600,
  keyword: 80,
  keywords: 40,
  author: 120,
  authors: 2_000,
  organization: 120,
  address: 2_000,
} as const;

/** A field of the wrong type is read as absent, so that it costs the field and not the paper. */
const orAbsent = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined);

const text = orAbsent(z.string());
const count = orAbsent(z.int().check(z.nonnegative()));
const list = orAbsent(z.array(z.unknown()));
const organization = orAbsent(z.object({ name: text, fullname: text }));

const paperFields = z.object({
  id: z.optional(z.unknown()),
  title: text,
  summary: text,
  authors: list,
  publishedAt: text,
  submittedOnDailyAt: text,
  upvotes: count,
  numComments: count,
  ai_summary: text,
  ai_keywords: list,
  githubRepo: text,
  githubStars: count,
  projectPage: text,
  thumbnail: text,
  organization,
});

/** What an item of a day has around the paper; a flat paper has none of it. */
const itemFields = z.object({
  paper: z.optional(z.unknown()),
  title: text,
  summary: text,
  numComments: count,
  thumbnail: text,
  organization,
});

const authorFields = z.object({ name: z.string() });

/**
 * Papers of any list the feed answers with: items of a day (`{ paper: {…}, title, … }`) or flat papers, as of one paper's own
 * address and of the search. Never throws. An item without a usable identifier or title is rejected with the reason, all others
 * are kept; fields that are missing or of a wrong type are absent. A paper that is named twice keeps its first place and its
 * last data: that is what paging does to a list which changes meanwhile.
 */
export function parseFeedItems(json: unknown): ParsedItems {
  if (!Array.isArray(json)) {
    return { papers: [], rejected: [{ index: -1, reason: `a list was expected, not ${describe(json)}` }] };
  }
  const papers = new Map<string, Paper>();
  const rejected: RejectedItem[] = [];
  for (const [index, item] of json.entries()) {
    const parsed = parseItem(item);
    if ('paper' in parsed) papers.set(parsed.paper.id, parsed.paper);
    else rejected.push({ index, ...parsed });
  }
  return { papers: [...papers.values()], rejected };
}

function parseItem(value: unknown): { paper: Paper } | Omit<RejectedItem, 'index'> {
  const item = itemFields.safeParse(value);
  if (!item.success) return { reason: `an item was expected, not ${describe(value)}` };
  const { paper: inner = value, ...outer } = item.data;
  const parsed = paperFields.safeParse(inner);
  if (!parsed.success) return { reason: `a paper was expected, not ${describe(inner)}` };
  const fields = parsed.data;

  if (typeof fields.id !== 'string') return { reason: 'the paper has no identifier' };
  const id = parsePaperId(fields.id)?.id;
  if (!id) return { id: plainText(fields.id, 40), reason: 'the identifier is none of arXiv' };
  // Inside the paper a title may hold line breaks and lag behind a correction; the item's is the one the feed shows.
  const title = clean(outer.title, limits.title) || clean(fields.title, limits.title);
  if (!title) return { id, reason: 'the paper has no title' };

  return {
    paper: {
      id,
      title,
      abstract: clean(fields.summary ?? outer.summary, limits.abstract),
      authors: names(fields.authors ?? []),
      publishedAt: feedDayOf(fields.publishedAt ?? ''),
      day: feedDayOf(fields.submittedOnDailyAt ?? ''),
      upvotes: fields.upvotes,
      comments: outer.numComments ?? fields.numComments,
      summary: clean(fields.ai_summary, limits.summary) || undefined,
      keywords: keywords(fields.ai_keywords ?? []),
      repository: repoSlugFromUrl((fields.githubRepo ?? '').slice(0, limits.address)),
      stars: fields.githubStars,
      projectPage: secureAddress(fields.projectPage ?? ''),
      organization: organizationName(outer.organization) ?? organizationName(fields.organization),
      thumbnail: thumbnailAddress(outer.thumbnail ?? fields.thumbnail ?? ''),
    },
  };
}

/** One line of text as most of the feed's is: printable ASCII, single spaces. */
const plainAlready = /^[!-~]+(?: [!-~]+)*$/;

/** How much of a text is looked at, in times of what is kept of it: white space and what is unfit must not cost seconds to go through. */
const lookedAt = 20;

/** As `plainText`, which is asked only where it could change something: this runs over every text of a day. */
function toPlain(value: string, maxLength: number): string {
  if (value.length <= maxLength && plainAlready.test(value)) return value;
  return plainText(value.slice(0, maxLength * lookedAt), maxLength);
}

/** One line of plain text with its TeX repaired; '' where there is none. Cut first, so that repairing has a bound, too. */
function clean(value: string | undefined, maxLength: number): string {
  if (!value) return '';
  const line = toPlain(value, maxLength);
  const repaired = repairTex(line);
  return repaired === line ? line : toPlain(repaired, maxLength);
}

function names(authors: unknown[]): string[] {
  return authors.slice(0, limits.authors).flatMap((author) => {
    const parsed = authorFields.safeParse(author);
    const name = parsed.success ? toPlain(parsed.data.name, limits.author) : '';
    return name ? [name] : [];
  });
}

function keywords(values: unknown[]): string[] {
  const cleaned = values
    .slice(0, limits.keywords)
    .map((value) => (typeof value === 'string' ? toPlain(value, limits.keyword) : ''));
  return [...new Set(cleaned.filter(Boolean))];
}

function organizationName(value: z.infer<typeof organization>): string | undefined {
  const name = toPlain(value?.fullname ?? '', limits.organization);
  return name || toPlain(value?.name ?? '', limits.organization) || undefined;
}

/** The address in its canonical spelling when it is `https:` and carries no name or password; undefined otherwise. */
function secureAddress(value: string): string | undefined {
  const trimmed = value.trim();
  if (trimmed.length > limits.address || !URL.canParse(trimmed)) return undefined;
  const { protocol, username, password, href } = new URL(trimmed);
  return protocol === 'https:' && !username && !password ? href : undefined;
}

/** Pictures lie at one host; an address of another one is none of the feed's. */
function thumbnailAddress(value: string): string | undefined {
  const address = secureAddress(value);
  return address && isThumbnail(address) ? address : undefined;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
