// What is shown, with the ways to the one before and after it, and the calendar it opens.
import { useCallback, useRef } from 'preact/hooks';
import type { ListView } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { type MessageKey, t } from '../../lib/text/translate';
import { CalendarPanel } from '../calendar/CalendarPanel';
import type { ReadMonth } from '../calendar/use-cached-days';
import { EarlierIcon, LaterIcon } from '../page-icons';
import { HeadButton } from './HeadButton';
import { listHeading } from './list-heading';
import { dayOfList } from './list-steps';
import { DownIcon } from './popup-icons';

export interface ListHeadingProps {
  list: DailyList | undefined;
  /** ms since 1970 */
  now: number;
  /** Undefined = there is no such day, week or month; the button is off. */
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
  calendarOpen: boolean;
  onCalendar(open: boolean): void;
  readMonth: ReadMonth;
  onDay(day: FeedDay): void;
}

const stepNames: Partial<Record<ListView, readonly [earlier: MessageKey, later: MessageKey]>> = {
  day: ['popupPreviousDay', 'popupNextDay'],
  week: ['popupPreviousWeek', 'popupNextWeek'],
  month: ['popupPreviousMonth', 'popupNextMonth'],
};

export function ListHeading(props: ListHeadingProps) {
  const { list, now, onEarlier, onLater, calendarOpen, onCalendar, readMonth, onDay } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const close = useCallback(
    (byKey: boolean) => {
      onCalendar(false);
      if (byKey) opener.current?.focus();
    },
    [onCalendar],
  );
  const names = stepNames[list?.query.view ?? 'day'];
  const name = t(list?.source === 'starter' ? 'starterFeed' : 'popupDailyPapers');
  return (
    <>
      {names && (
        <HeadButton name={t(names[0])} shortcut={['ArrowLeft', '←']} onPress={onEarlier}>
          <EarlierIcon />
        </HeadButton>
      )}
      {/* Still reading: named, but blank, so that nothing is replaced before the eye. */}
      {list ? (
        <h2 aria-live="polite">
          <button
            ref={opener}
            type="button"
            class="heading-button"
            aria-expanded={calendarOpen}
            aria-controls="calendar"
            aria-keyshortcuts="c"
            title={`${t('calendar')} (c)`}
            onClick={() => onCalendar(!calendarOpen)}
          >
            {listHeading(list, now)}
            <DownIcon />
          </button>
        </h2>
      ) : (
        <h2 aria-label={name} />
      )}
      {names && (
        <HeadButton name={t(names[1])} shortcut={['ArrowRight', '→']} onPress={onLater}>
          <LaterIcon />
        </HeadButton>
      )}
      {list && calendarOpen && (
        <CalendarPanel
          day={list.day ?? dayOfList(list.query, now)}
          now={now}
          readMonth={readMonth}
          cache={list}
          onDay={(day) => {
            close(true);
            onDay(day);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
