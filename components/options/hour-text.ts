// An hour of the day as the reader's language writes it.
import { formatTime } from '../../lib/text/format';

/** 8 → `8:00 AM` or `08:00`. */
export function hourText(hour: number): string {
  return formatTime(new Date(2000, 0, 1, hour).getTime());
}
