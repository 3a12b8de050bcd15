// Whether what the popup shows is what it will show when it is opened again. Pure.
import type { DailyList } from '../../lib/store/daily-list';

/** The newest cached day, with papers: a picture of it is drawn before anything is loaded the next time. */
export function isPicturable(list: DailyList | undefined): boolean {
  return list?.query.view === 'day' && list.nextDay === undefined && list.papers.length > 0;
}
