// What did not get to the other machines: how much, folded why and which.

import { formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';

/** How many are named one by one. */
const named = 50;

interface LeftOutProps {
  summary: string;
  why: string;
  /** Titles; with none, nothing is drawn. */
  names: readonly string[];
}

export function LeftOut({ summary, why, names }: LeftOutProps) {
  if (names.length === 0) return null;
  const more = names.length - named;
  return (
    <details class="left-out">
      <summary>{summary}</summary>
      <p>{why}</p>
      <ul>
        {names.slice(0, named).map((name, position) => (
          // Two papers may have one title.
          <li key={position}>{name}</li>
        ))}
        {more > 0 && <li>{t('optionsSyncListMore', formatNumber(more))}</li>}
      </ul>
    </details>
  );
}
