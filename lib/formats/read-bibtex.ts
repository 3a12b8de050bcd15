// BibTeX and BibLaTeX, of any tool: the papers of arXiv in it, and what JabRef, BibDesk and ourselves note beside them.
import type { ReadingStatus } from '../papers/reading-entry';
import { CollectedPapers, type RecordFacts } from './collected-papers';
import { findArxivId, idInField } from './find-arxiv-id';
import { foreignNote } from './foreign-note';
import type { ReadFile } from './imported-paper';
import { joinNotes } from './join-notes';
import { type BibtexEntry, bibtexEntries } from './read-bibtex-layout';
import { ownBibtexFacts } from './read-own-bibtex';
import { timeIn } from './read-state';
import { type PlainFields, readTex, withoutTex } from './read-tex';

/** Entries handed to the parser of TeX at once: some 20 ms. */
const batchSize = 50;

/** `pause` gives way between batches to whatever waits. */
export async function readBibtex(text: string, pause: () => Promise<void>): Promise<ReadFile> {
  const collected = new CollectedPapers();
  let batch: { id: string; entry: BibtexEntry; own: RecordFacts | undefined }[] = [];
  const takeBatch = async () => {
    const plain = readTex(batch.map(({ entry, own }) => (own ? noTex : texFields(entry))));
    for (const [index, { id, entry, own }] of batch.entries()) {
      const fields = plain[index];
      if (fields) collected.add(id, own ?? factsOf(id, entry, fields), placeOf(entry));
    }
    batch = [];
    await pause();
  };
  for (const entry of bibtexEntries(text)) {
    const id = idOf(entry);
    if (id) batch.push({ id, entry, own: ownBibtexFacts(id, entry.fields) });
    // Of a broken one the paper is taken where it is legible; that the rest is lost must be said.
    if (entry.problem) collected.skip(placeOf(entry), 'malformed', entry.problem);
    else if (!id) collected.skip(placeOf(entry), 'no-arxiv-id', withoutTex(entry.fields.get('title') ?? ''));
    if (batch.length === batchSize) await takeBatch();
  }
  await takeBatch();
  return { format: 'bibtex', papers: collected.papers, skipped: collected.skipped };
}

const placeOf = ({ key, line }: BibtexEntry) => (key ? `${key} (${line})` : String(line));

const exactFields = ['arxiv', 'arxivid', 'doi', 'url', 'ee', 'volume', 'number', 'eid'];
const proseFields = ['journal', 'journaltitle', 'howpublished', 'note', 'annote', 'volume', 'pages'];

function idOf({ key, fields }: BibtexEntry): string | undefined {
  const read = (name: string) => withoutTex(fields.get(name) ?? '');
  const archive = read('archiveprefix') || read('eprinttype');
  const eprint = /^(?:arxiv)?$/i.test(archive.trim()) ? read('eprint').trim() : '';
  const section = read('primaryclass') || read('eprintclass');
  const inSection = section && `${section.trim()}/${eprint}`;
  return findArxivId([eprint, inSection, ...exactFields.map(read)], proseFields.map(read)) ?? idInKey(key);
}

/** A key that is nothing but an identifier, or one of DBLP's for arXiv (`DBLP:journals/corr/abs-1706-03762`). */
function idInKey(key: string): string | undefined {
  const [, month, number] = /(?:^|\/)abs-(\d{4})-(\d{4,5})$/.exec(key) ?? [];
  return idInField(month ? `${month}.${number}` : key.replace(/^arxiv[:._-]?/i, ''));
}

const noTex = { title: '', author: '', note: '' };

function texFields({ fields }: BibtexEntry) {
  const note = fields.get('note') ?? '';
  return { title: fields.get('title') ?? '', author: fields.get('author') ?? '', note };
}

function factsOf(id: string, entry: BibtexEntry, plain: PlainFields): RecordFacts {
  const read = (name: string) => withoutTex(entry.fields.get(name) ?? '').trim();
  return {
    title: plain.title,
    authors: plain.authors,
    published: read('date') || dayOf(read('year'), read('month'), read('day')),
    category: read('primaryclass') || read('eprintclass'),
    repository: read('code') || read('github'),
    status: statusOf(read('readstatus'), read('read')),
    tags: (read('mendeley-tags') || read('keywords')).split(/[,;]/),
    note: foreignNote(joinNotes(plain.note, read('annote') || read('annotation')), id),
    // DBLP's `timestamp` is of its own record, and no ISO 8601.
    addedAt: timeIn(read('date-added') || read('creationdate') || read('timestamp')),
  };
}

/** JabRef writes `readstatus`, BibDesk `read`. */
function statusOf(readStatus: string, read: string): ReadingStatus | undefined {
  if (/^read$/i.test(readStatus) || read === '1') return 'done';
  return /^skimmed$/i.test(readStatus) ? 'reading' : undefined;
}

function dayOf(year: string, month: string, day: string): string {
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}
