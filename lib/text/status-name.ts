// The reading statuses by name, for cards, badges and rows. No colours, no order: those are their own business.
import type { ReadingStatus } from '../papers/reading-entry';
import { type MessageKey, t } from './translate';

const keys: Record<ReadingStatus, MessageKey> = {
  'to-read': 'statusToRead',
  reading: 'statusReading',
  done: 'statusDone',
  dropped: 'statusDropped',
};

/** `done` → `Done`, in the reader's language. */
export const statusName = (status: ReadingStatus): string => t(keys[status]);
