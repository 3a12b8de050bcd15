// Any text with arXiv ids or addresses of papers in it: our Markdown, a mail, a list of links.
import { findPaperIds } from '../papers/paper-id';
import { CollectedPapers } from './collected-papers';
import type { ReadFile } from './imported-paper';

export function readList(text: string): ReadFile {
  const collected = new CollectedPapers();
  for (const id of findPaperIds(text)) collected.add(id, {}, id);
  return { format: 'list', papers: collected.papers, skipped: collected.skipped };
}
