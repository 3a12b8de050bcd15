// Names as terms: each kind begins with a sign no word has, so that one dictionary holds words and names, and a kind is one stretch
// of it. Pure.
import { wordsOf } from './words';

export const nameSigns = {
  /** Each word of an author's name. */
  author: '@',
  /** Each word of an organization's name. */
  organization: '#',
  /** An organization's whole name: what "the same organization" means. */
  wholeOrganization: '=',
  /** A code repository; the bare sign stands for "has one". */
  repository: '/',
} as const;

export const anyRepository: string = nameSigns.repository;

export interface Names {
  authors?: readonly string[];
  organization?: string;
  repository?: string;
}

/** Authors of one paper whose names are taken; one paper of the feed had 664. */
const mostAuthors = 1_000;

/** The terms of every name, those of one name together. */
export function nameTerms({ authors = [], organization, repository }: Names): string[][] {
  const signed = (sign: string, name: string) => wordsOf(name).map((word) => sign + word);
  const organizationWords = organization ? wordsOf(organization) : [];
  return [
    ...authors.slice(0, mostAuthors).map((author) => signed(nameSigns.author, author)),
    organizationWords.map((word) => nameSigns.organization + word),
    organizationWords.length > 0 ? [nameSigns.wholeOrganization + organizationWords.join(' ')] : [],
    repository ? [anyRepository, nameSigns.repository + repository.toLowerCase()] : [],
  ].filter((terms) => terms.length > 0);
}
