// How much room something takes, as the reader's language writes it.
import { textLanguage } from '../../lib/text/translate';

/** 5210000 → `5.2 MB`, 800 → `1 kB`; powers of ten. */
export function formatBytes(bytes: number): string {
  const inMegabytes = bytes >= 1_000_000;
  return new Intl.NumberFormat(textLanguage(), {
    style: 'unit',
    unit: inMegabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: inMegabytes ? 1 : 0,
  }).format(inMegabytes ? bytes / 1_000_000 : Math.ceil(bytes / 1_000));
}
