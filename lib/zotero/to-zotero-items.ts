// Entries of the reading list as items of Zotero. Pure. What each field holds is what Zotero's own arXiv translator puts there, so that
// Zotero finds duplicates: github.com/zotero/translators, arXiv.org.js.
import { noteText, oneLine, shownAuthors, shownTitle } from '../formats/export-text';
import type { ExportedEntry } from '../formats/exported-entry';
import { issueDate } from '../formats/issue-date';
import { splitName } from '../formats/personal-name';
import { knownCategory, writtenTags } from '../formats/reader-state';
import { arxivPage } from '../papers/paper-pages';
import type { PaperFacts } from '../papers/reading-entry';
import type { ZoteroCreator, ZoteroItem } from './zotero-item';

/** One item an entry, in their order. A title that is not known is the id. */
export function toZoteroItems(entries: readonly ExportedEntry[]): ZoteroItem[] {
  return entries.map(toZoteroItem);
}

function toZoteroItem({ entry, abstract = '' }: ExportedEntry): ZoteroItem {
  const { id } = entry;
  const category = knownCategory(entry);
  const summary = oneLine(abstract);
  const date = dateText(entry);
  const note = noteText(entry.note);
  return {
    id,
    itemType: 'preprint',
    title: shownTitle(entry),
    creators: shownAuthors(entry).map(creatorOf),
    ...(summary && { abstractNote: summary }),
    ...(date && { date }),
    repository: 'arXiv',
    archiveID: `arXiv:${id}`,
    // Old identifiers have a slash in them; for those `archiveID` has to do: no DOI is better than one that leads nowhere.
    ...(!id.includes('/') && { DOI: `10.48550/arXiv.${id}` }),
    url: arxivPage(id),
    libraryCatalog: 'arXiv.org',
    extra: category ? `arXiv:${id} [${category}]` : `arXiv:${id}`,
    tags: writtenTags(entry).map((tag) => ({ tag })),
    notes: note.trim() === '' ? [] : [{ note: noteMarkup(note) }],
  };
}

function creatorOf(name: string): ZoteroCreator {
  const parts = splitName(name);
  if ('literal' in parts) return { creatorType: 'author', lastName: parts.literal, fieldMode: 1 };
  const { given, particle, family, suffix } = parts;
  // Zotero has no fields for these: it reads a particle before the family name, a suffix after the given one.
  return {
    creatorType: 'author',
    firstName: suffix ? `${given}, ${suffix}` : given,
    lastName: particle ? `${particle} ${family}` : family,
  };
}

function dateText(paper: Pick<PaperFacts, 'id' | 'publishedAt'>): string | undefined {
  const date = issueDate(paper);
  if (!date) return undefined;
  const parts = [date.year, date.month, ...(date.day ? [date.day] : [])];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Zotero keeps notes as HTML: an empty line begins a paragraph, and nothing the reader typed is markup. */
function noteMarkup(note: string): string {
  const escaped = note.replace(/[&<>"']/g, (character) => marks[character] ?? character);
  const paragraphs = escaped.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('');
}
