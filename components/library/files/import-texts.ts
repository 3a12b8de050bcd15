// What an import found and will do, in the reader's words. Knows the codes of `lib/formats`, loads none of it.
import type { ImportErrorCode } from '../../../lib/formats/import-error';
import type { ImportFormat, SkipCode, SkippedRecord } from '../../../lib/formats/imported-paper';
import type { Gain, PlannedItem } from '../../../lib/formats/plan-import';
import { plainText } from '../../../lib/papers/plain-text';
import { formatDay, formatNumber } from '../../../lib/text/format';
import { statusName } from '../../../lib/text/status-name';
import { type MessageKey, t, textLanguage } from '../../../lib/text/translate';
import { failureOf, failureText } from '../../page/failure-text';

const formats: Record<ImportFormat, MessageKey> = {
  json: 'filesListJson',
  bibtex: 'filesBibtex',
  ris: 'filesRis',
  csv: 'filesCsv',
  'csl-json': 'filesCslJson',
  papermemory: 'filesPaperMemory',
  list: 'filesList',
};

const skips: Record<SkipCode, MessageKey> = {
  'no-arxiv-id': 'filesSkipNoId',
  malformed: 'filesSkipMalformed',
  twice: 'filesSkipTwice',
  'not-an-entry': 'filesSkipNotEntry',
  'too-long': 'filesSkipTooLong',
};

const errors: Record<ImportErrorCode, MessageKey> = {
  'too-large': 'filesTooLarge',
  unreadable: 'filesUnreadable',
  'nothing-found': 'filesNothingFound',
  'newer-version': 'filesNewerVersion',
};

/** What stands in a file may hold anything, and be of any length: one line of it, in characters. */
const lineLength = 300;

/** Text of a file as it may be shown: one line, without what turns the text around it. */
export const shownText = (text: string): string => plainText(text, lineLength);

/** Several things in one line, as the reader's language lists them. */
export const listed = (texts: readonly string[]): string =>
  new Intl.ListFormat(textLanguage(), { type: 'unit', style: 'short' }).format(texts);

/** `1 paper`, `12 papers` */
export const papersText = (count: number): string =>
  count === 1 ? t('filesOnePaper') : t('filesPapers', formatNumber(count));

export const formatName = (format: ImportFormat): string => t(formats[format]);

function gainText(gain: Gain): string {
  switch (gain.kind) {
    case 'tags':
      return t('filesGainTags', shownText(listed(gain.tags)));
    case 'tags-removed':
      return t('filesGainTagsRemoved', shownText(listed(gain.tags)));
    case 'status':
      return t('filesGainStatus', statusName(gain.status));
    case 'stars':
      return t('filesGainStars', gain.stars);
    case 'snoozed':
      return gain.until ? t('filesGainSnoozed', formatDay(gain.until)) : t('filesGainAwake');
    case 'note':
      return t('filesGainNote');
    case 'paper':
      return t('filesGainPaper');
    case 'removed':
      return t('filesGainRemoved');
    case 'times':
      return t('filesGainTimes');
  }
}

/** What comes with it; '' for nothing but the paper. */
export const gainsText = ({ gains }: Pick<PlannedItem, 'gains'>): string => listed(gains.map(gainText));

/** Readers find a number by what is counted: rows of a sheet, lines of a text, entries of a list. */
function whereText(format: ImportFormat, where: string): string {
  if (!/^\d+$/.test(where)) return shownText(where);
  if (format === 'csv') return t('filesWhereRow', where);
  return t(format === 'ris' || format === 'bibtex' ? 'filesWhereLine' : 'filesWhereEntry', where);
}

/** Where it stands and why it is skipped. */
export function skippedText(format: ImportFormat, { where, code, detail }: SkippedRecord): string {
  const place = whereText(format, where);
  if (!detail || detail === where) return t('filesSkippedLine', place, t(skips[code]));
  return t('filesSkippedDetail', place, t(skips[code]), shownText(detail));
}

/** Why nothing could be made of a file: one sentence or two. */
export function importFailureText(error: unknown): string {
  if (error instanceof Error && error.name === 'ImportError' && 'code' in error) {
    const code = String(error.code);
    if (Object.hasOwn(errors, code)) return t(errors[code as ImportErrorCode]);
  }
  return failureText(failureOf(error));
}
