// The only addresses the keyword opens, and how to tell one of them from text a reader typed. Pure.
import { paperIdFromUrl, parsePaperId } from '../papers/paper-id';
import { arxivPage } from '../papers/paper-pages';

const huggingFacePapers = 'https://huggingface.co/papers';

/** Where Hugging Face answers a query itself; its list of papers where there is none. Takes any text. */
export function huggingFaceSearch(query: string): string {
  return query === '' ? huggingFacePapers : `${huggingFacePapers}?${new URLSearchParams({ q: query })}`;
}

/** The id of the one paper a text is: an identifier or an address. Undefined for any other text. */
export function namedPaper(text: string): string | undefined {
  return (parsePaperId(text) ?? paperIdFromUrl(text))?.id;
}

/** Whether `text` is, letter by letter, an address that is made here. */
export function isOwnAddress(text: string): boolean {
  const id = namedPaper(text);
  if (id !== undefined && text === arxivPage(id)) return true;
  if (!text.startsWith(huggingFacePapers)) return false;
  const query = new URLSearchParams(text.slice(`${huggingFacePapers}?`.length)).get('q') ?? '';
  return text === huggingFaceSearch(query);
}
