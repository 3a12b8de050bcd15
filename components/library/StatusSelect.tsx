// The status of one entry, or of several, as a native choice.
import { type ReadingStatus, readingStatuses } from '../../lib/papers/reading-entry';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';

interface StatusSelectProps {
  /** Undefined where there are several. */
  status: ReadingStatus | undefined;
  label: string;
  /** Whether it is done: where it is not, the control goes back to what is true. */
  onStatus(status: ReadingStatus): Promise<boolean>;
}

export function StatusSelect({ status, label, onStatus }: StatusSelectProps) {
  async function choose(select: HTMLSelectElement) {
    const chosen = readingStatuses.find((each) => each === select.value);
    if (chosen && !(await onStatus(chosen))) select.value = status ?? '';
  }
  return (
    <select
      class="select"
      aria-label={label}
      aria-keyshortcuts="s"
      value={status ?? ''}
      onChange={(event) => void choose(event.currentTarget)}
    >
      {status === undefined && <option value="">{t('libraryAnyStatus')}</option>}
      {readingStatuses.map((each) => (
        <option key={each} value={each}>
          {statusName(each)}
        </option>
      ))}
    </select>
  );
}
