// The keys of the library and its filter language, as they are listed. What they do is bound in use-library-keys.ts.
import type { MessageKey } from '../../lib/text/translate';

type Listed = readonly (readonly [what: string, does: MessageKey])[];

/** Named at the foot of the page. */
export const mainKeys: Listed = [
  ['j k', 'keyMove'],
  ['s', 'keyStatus'],
  ['d', 'keyRemove'],
  ['u', 'keyUndo'],
  ['x', 'keySelect'],
  ['/', 'keySearch'],
];

export const allKeys: Listed = [
  ['j k ↓ ↑', 'keyMove'],
  ['↵', 'keyArxiv'],
  ['s', 'keyStatus'],
  ['0 1 2 3', 'keyStars'],
  ['t', 'keyTags'],
  ['n', 'keyNote'],
  ['z', 'keySnooze'],
  ['d', 'keyRemove'],
  ['u', 'keyUndo'],
  ['x', 'keySelect'],
  ['J K', 'keySelectOn'],
  ['A', 'keySelectAll'],
  ['Esc', 'keyEscape'],
  ['/', 'keySearch'],
  ['?', 'keyKeys'],
];

/** As they are typed, in every language. */
export const filterExamples: Listed = [
  ['tag:agents', 'filterTag'],
  ['status:done', 'filterStatus'],
  ['author:curie', 'filterAuthor'],
  ['year:2026', 'filterYear'],
  ['year:2024..2026', 'filterYears'],
  ['has:code', 'filterCode'],
  ['has:note', 'filterNote'],
  ['stars:2', 'filterStars'],
  ['is:snoozed', 'filterSnoozed'],
  ['is:changed', 'filterChanged'],
  ['-tag:agents', 'filterNot'],
  ['"…"', 'filterPhrase'],
];
