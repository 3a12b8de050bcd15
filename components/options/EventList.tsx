// What went wrong lately, newest first; a long list shows its beginning until the reader wants all of it. Text only.
import { useState } from 'preact/hooks';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { LogTable } from './LogTable';
import { timeText } from './time-text';

/** So many are in sight at first. */
const shownFirst = 12;

interface EventListProps {
  /** Newest first. */
  events: readonly DiagnosisEvent[];
  columns: readonly string[];
}

export function EventList({ events, columns }: EventListProps) {
  const [whole, setWhole] = useState(false);
  if (events.length === 0) return <p class="quiet">{t('optionsEventsNone')}</p>;
  const now = Date.now();
  const shown = whole ? events : events.slice(0, shownFirst);
  return (
    <>
      <LogTable group="diagnosis" columns={columns}>
        {shown.map(({ at, where, kind, what, count }) => (
          <tr key={`${where} ${kind} ${what}`}>
            <td>{timeText(at, now)}</td>
            <td class="where">{where}</td>
            <td class="address" lang="en" data-failed={kind === 'error'}>
              {what}
            </td>
            <td>{formatNumber(count)}×</td>
          </tr>
        ))}
      </LogTable>
      {shown.length < events.length && (
        <button type="button" class="button all-events" onClick={() => setWhole(true)}>
          {t('optionsEventsAll', formatNumber(events.length))}
        </button>
      )}
    </>
  );
}
