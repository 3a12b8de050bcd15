// Until when something stays out of sight: three near days, any other, or no longer.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../lib/text/format';
import { type MessageKey, t } from '../../lib/text/translate';
import { isLaterDay, type SnoozeStep, snoozeDay, snoozeSteps } from './snooze-days';

interface SnoozeChooserProps {
  /** What is put out of sight. */
  name: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Whether there is something to end. */
  snoozed: boolean;
  /** null: no longer. */
  onChoose(day: string | null): void;
  onClose(): void;
  /** It was taken away without having been closed. */
  onGone?(): void;
}

const stepNames: Record<SnoozeStep, MessageKey> = {
  tomorrow: 'librarySnoozeTomorrow',
  week: 'librarySnoozeWeek',
  month: 'librarySnoozeMonth',
};

export function SnoozeChooser({ name, today, snoozed, onChoose, onClose, onGone }: SnoozeChooserProps) {
  const first = useRef<HTMLButtonElement>(null);
  const date = useId();
  const [day, setDay] = useState('');
  const gone = useRef(onGone);
  gone.current = onGone;
  useLayoutEffect(() => {
    first.current?.focus({ preventScroll: true });
    return () => gone.current?.();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  }
  return (
    <form
      class="snooze-chooser"
      aria-label={t('librarySnoozeOf', name)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (isLaterDay(day, today)) onChoose(day);
      }}
    >
      {snoozeSteps.map((step, place) => {
        const until = snoozeDay(step, today);
        return (
          <button
            key={step}
            ref={place === 0 ? first : undefined}
            type="button"
            class="button"
            onClick={() => onChoose(until)}
          >
            {t(stepNames[step])} <span class="count">{formatDay(until)}</span>
          </button>
        );
      })}
      <span class="snooze-day">
        <label for={date}>{t('librarySnoozeUntil')}</label>
        <input
          id={date}
          type="date"
          class="field"
          min={snoozeDay('tomorrow', today)}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!isLaterDay(day, today)}>
          {t('librarySnooze')}
        </button>
      </span>
      {snoozed && (
        <button type="button" class="button" onClick={() => onChoose(null)}>
          {t('librarySnoozeEnd')}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onClose}>
        {t('libraryCancel')}
      </button>
    </form>
  );
}
