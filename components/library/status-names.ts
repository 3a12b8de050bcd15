// The reading statuses by name. No colours, no order: those are the rows' and the domain's.
import type { MessageKey } from '../../lib/text/translate';
import type { StatusFilter } from './arrange-entries';

export const statusNames: Record<StatusFilter, MessageKey> = {
  all: 'libraryAll',
  'to-read': 'statusToRead',
  reading: 'statusReading',
  done: 'statusDone',
};
