// The keyword of the address bar: searches what is cached on every keystroke and opens what is chosen. Asks nobody; opens nothing but
// addresses made here. Knows neither the index nor tabs.
import type { Omnibox } from 'webextension-polyfill';
import { maxQueryLength } from '../messages/protocol';
import { arxivPage } from '../papers/paper-pages';
import type { SearchAnswer } from '../papers/search-answer';
import { t } from '../text/translate';
import { huggingFaceSearch, isOwnAddress, namedPaper } from './addresses';
import { asMarkup, asPlainText } from './description';
import { enterLine, toSuggestions } from './suggestions';

/** The part of the browser's API this needs. */
export type OmniboxEvents = Pick<
  Omnibox.Static,
  'setDefaultSuggestion' | 'onInputStarted' | 'onInputChanged' | 'onInputEntered'
>;

/** Where the reader wants the page. */
export type Disposition = Omnibox.OnInputEnteredDisposition;

export interface OmniboxDeps {
  /** Everything cached that matches, best first, at most `limit` papers. */
  search(query: string, limit: number): Promise<SearchAnswer>;
  open(url: string, disposition: Disposition): unknown;
  /** Whether the browser reads lines as XML, as Chrome does; Firefox shows markup as it is written. */
  markup: boolean;
}

/** Chrome shows a few lines more than Firefox, which shows six in all: the first says what Enter does, the last must stay in sight. */
const maxPapers = { markup: 6, plain: 4 };

const toQuery = (text: string) => text.trim().slice(0, maxQueryLength);

/** Registers its listeners at once; does nothing where the browser has no such keyword, as Firefox for Android. */
export function followOmnibox(
  omnibox: OmniboxEvents | undefined,
  { search, open, markup }: OmniboxDeps,
): void {
  if (!omnibox) return;
  const write = markup ? asMarkup : asPlainText;
  const limit = markup ? maxPapers.markup : maxPapers.plain;
  /** Counts what the reader did: an answer to something older is too late. */
  let turn = 0;

  const searchOrNothing = (query: string, most: number) => search(query, most).catch(() => undefined);

  const showFirst = (description: string) => omnibox.setDefaultSuggestion({ description });

  /** Before anything is known of the text. It is all that Firefox ever shows: there the line would lag behind by one keystroke. */
  const showStart = () => showFirst(write(t('omniboxStart')));

  async function suggestFor(text: string, suggest: (lines: Omnibox.SuggestResult[]) => void) {
    turn += 1;
    const asked = turn;
    const query = toQuery(text);
    if (query === '') {
      showStart();
      suggest([]);
      return;
    }
    const answer = await searchOrNothing(query, limit);
    if (asked !== turn) return;
    if (markup) showFirst(enterLine(query, answer));
    suggest(toSuggestions(query, answer, write));
  }

  async function addressFor(text: string): Promise<string> {
    if (isOwnAddress(text)) return text;
    const query = toQuery(text);
    const named = namedPaper(query);
    if (named !== undefined) return arxivPage(named);
    const best = query === '' ? undefined : (await searchOrNothing(query, 1))?.papers[0];
    return best ? arxivPage(best.id) : huggingFaceSearch(query);
  }

  omnibox.onInputStarted.addListener(() => {
    turn += 1;
    showStart();
  });
  omnibox.onInputChanged.addListener((text, suggest) => void suggestFor(text, suggest));
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    turn += 1;
    await open(await addressFor(text), disposition);
  });
}
