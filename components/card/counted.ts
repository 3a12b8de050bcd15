// A number with its noun, in the singular where it is one. Pure.
import { formatCount } from '../../lib/text/format';
import { type MessageKey, t } from '../../lib/text/translate';

/** `counted(1200, 'cardOneStar', 'cardStars')` → `1.2K stars`. */
export function counted(count: number, one: MessageKey, many: MessageKey): string {
  return count === 1 ? t(one) : t(many, formatCount(count));
}
