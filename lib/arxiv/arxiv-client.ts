// The client of arXiv's API: papers by their identifiers. Asked only where the reader wants details of a paper, never by itself.
// Parameters: https://info.arxiv.org/help/api/user-manual.html, section 3.1.
import { parsePaperId } from '../papers/paper-id';
import { ArxivError } from './arxiv-error';
import type { ArxivPaper } from './arxiv-paper';
import { type AtomCallDeps, createAtomGetter } from './get-atom';

/** What one call asks for at most. */
export const maxIdsPerCall = 50;

export interface ArxivAnswer {
  /** In the order asked, each under the identifier it was asked by. */
  found: ArxivPaper[];
  /** Those asked for that are no identifiers, that arXiv does not have, or of which it says no title. */
  missing: string[];
}

export interface ArxivClient {
  /**
   * Papers by their identifiers, in any form `parsePaperId` reads; each is asked for once. Rejects with ArxivError, or with the signal's
   * reason when it is aborted; what was learned until then is lost, so ask for no more than `maxIdsPerCall` at once where that matters.
   */
  papers(ids: readonly string[], signal?: AbortSignal): Promise<ArxivAnswer>;
}

/** `origin`: where the API is, `https://export.arxiv.org`. */
export function createArxivClient({ origin, ...deps }: AtomCallDeps & { origin: string }): ArxivClient {
  const getAtom = createAtomGetter(deps);

  function addressOf(ids: readonly string[]): string {
    const url = new URL('/api/query', origin);
    url.searchParams.set('id_list', ids.join(','));
    // Without it arXiv answers with ten.
    url.searchParams.set('max_results', String(ids.length));
    return url.href;
  }

  /** One identifier that arXiv takes for none costs the whole answer: it is left out, and the rest asked for again. */
  async function ask(ids: readonly string[], signal?: AbortSignal): Promise<ArxivPaper[]> {
    let rest = ids;
    while (rest.length > 0) {
      const { papers, complaints } = await getAtom(addressOf(rest), signal);
      if (complaints.length === 0) return papers;
      const named = namedIn(complaints);
      const accepted = rest.filter((id) => !named.has(id));
      if (accepted.length === rest.length) {
        throw new ArxivError('server', `arXiv did not accept the call: ${complaints[0]}`);
      }
      rest = accepted;
    }
    return [];
  }

  return {
    async papers(asked, signal) {
      const idOf = new Map(asked.map((form) => [form, parsePaperId(form)?.id]));
      const ids = [...new Set([...idOf.values()].filter((id) => id !== undefined))];
      const known = new Map<string, ArxivPaper>();
      for (let start = 0; start < ids.length; start += maxIdsPerCall) {
        const papers = await ask(ids.slice(start, start + maxIdsPerCall), signal);
        for (const paper of papers) known.set(paper.id, paper);
      }
      const found: ArxivPaper[] = [];
      const missing: string[] = [];
      for (const [form, id] of idOf) {
        const paper = id === undefined ? undefined : known.get(id);
        if (paper) found.push({ ...paper, id: form });
        else missing.push(form);
      }
      return { found, missing };
    },
  };
}

function namedIn(complaints: readonly string[]): Set<string> {
  const words = complaints.flatMap((complaint) => complaint.split(/\s+/));
  return new Set(words.flatMap((word) => parsePaperId(word)?.id ?? []));
}
