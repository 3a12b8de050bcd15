// Two notes on one paper made into one, nothing lost. Pure.
import { maxNoteLength } from './imported-paper';

/**
 * `known` with `added` below it after an empty line; `known` alone where it says that already, or where both together would be longer
 * than a note may be. Joining the same note once more changes nothing.
 */
export function joinNotes(known: string, added: string): string {
  const addition = added.replace(/\r\n?/g, '\n');
  if (addition.trim() === '' || known.replace(/\r\n?/g, '\n').includes(addition)) return known;
  if (known === '') return addition;
  const both = `${known}\n\n${addition}`;
  return both.length > maxNoteLength ? known : both;
}
