// A small calendar of feed days, Monday to Friday: which are cached and how strong they were. One of its days is in the order of the
// tab key; the arrows lead to the others.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { firstFeedDay } from '../../lib/papers/feed-day';
import { addMonths, daysOfMonth, monthOf } from '../../lib/papers/feed-period';
import type { FeedDay } from '../../lib/papers/paper';
import { t } from '../../lib/text/translate';
import { EarlierIcon, LaterIcon } from '../page-icons';
import { dayAtKey, lastCalendarDay, withinCalendar } from './calendar-days';
import { DayGrid } from './DayGrid';
import { monthName } from './month-name';
import { type ReadMonth, useCachedDays } from './use-cached-days';

export interface CalendarPanelProps {
  /** The day that is shown now, or the newest of those that are. */
  day: FeedDay | undefined;
  /** ms since 1970 */
  now: number;
  readMonth: ReadMonth;
  /** Anything that changes with what is cached. */
  cache: unknown;
  onDay(day: FeedDay): void;
  /** `byKey`: the focus goes back to what opened the calendar. */
  onClose(byKey: boolean): void;
}

export function CalendarPanel({ day, now, readMonth, cache, onDay, onClose }: CalendarPanelProps) {
  const [current, setCurrent] = useState(() => withinCalendar(day ?? lastCalendarDay(now), now));
  const panel = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(true);
  const month = monthOf(current);
  const cached = useCachedDays(month, readMonth, cache);

  useLayoutEffect(() => {
    if (takesFocus.current) panel.current?.querySelector<HTMLElement>('td [tabindex="0"]')?.focus();
    takesFocus.current = false;
  });
  useEffect(() => {
    function onPointerDown({ target }: Event) {
      // What opened it closes it, too, by itself.
      if (target instanceof Element && !target.closest('.calendar, [aria-controls="calendar"]'))
        onClose(false);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Keys of the list below mean nothing here.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'c') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const inGrid = event.target instanceof Element && event.target.closest('td');
    const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
    const next = inGrid ? dayAtKey(current, event.key, now, rtl) : undefined;
    if (!next) return;
    event.preventDefault();
    takesFocus.current = true;
    setCurrent(next);
  }

  function monthButton(step: 1 | -1) {
    const other = addMonths(month, step);
    const isOff = other < monthOf(firstFeedDay) || other > monthOf(lastCalendarDay(now));
    const name = t(step < 0 ? 'popupPreviousMonth' : 'popupNextMonth');
    const go = () => setCurrent(withinCalendar(daysOfMonth(other)[0] ?? current, now));
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={name}
        title={name}
        aria-disabled={isOff}
        onClick={isOff ? undefined : go}
      >
        {step < 0 ? <EarlierIcon /> : <LaterIcon />}
      </button>
    );
  }

  return (
    <div
      ref={panel}
      id="calendar"
      class="calendar"
      role="dialog"
      aria-label={t('calendar')}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !panel.current?.contains(relatedTarget)) onClose(false);
      }}
    >
      <div class="calendar-month">
        {monthButton(-1)}
        <p aria-live="polite">{monthName(month)}</p>
        {monthButton(1)}
      </div>
      <DayGrid name={monthName(month)} {...{ month, current, cached, now, onDay }} shown={day} />
    </div>
  );
}
