// What the popup says in place of papers, or in one line above them: every state has its own look.
import type { ComponentChildren } from 'preact';
import type { FeedDay } from '../../lib/papers/paper';
import { formatAge, formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { SavedIcon, SeenIcon } from '../icons';
import { failureText } from '../page/failure-text';
import { CalendarIcon, DiskIcon, FetchIcon, OfflineIcon, SheetIcon, WarningIcon } from '../page-icons';
import type { NoticeContent } from './choose-notices';

/** What keeps the database closed. */
const ofStore: ReadonlySet<string> = new Set(['unavailable', 'not-upgraded']);

interface NoticeProps {
  notice: NoticeContent;
  now: number;
  /** One line above papers instead of a page of its own. */
  slim?: boolean;
  onFetch(): void;
  onDay(day: FeedDay): void;
  onOptions(): void;
  onShowAll(): void;
}

interface Words {
  icon: ComponentChildren;
  /** Left out where the text alone says it. */
  title?: string;
  text?: string;
  action?: { label: string; run(): void };
}

function offlineWords(notice: NoticeContent & { kind: 'offline' }, props: NoticeProps): Words {
  const { unreachable, day, fetchedAt } = notice;
  const { now, slim, onFetch } = props;
  const icon = <OfflineIcon />;
  const action = unreachable ? { label: t('noticeTryAgain'), run: onFetch } : undefined;
  if (fetchedAt !== undefined) {
    const key = unreachable ? 'noticeUnreachableSince' : 'noticeOfflineSince';
    return { icon, text: t(key, formatAge(fetchedAt, now)), action };
  }
  return {
    icon,
    title: t(unreachable ? 'noticeUnreachable' : 'noticeOffline'),
    text: slim ? undefined : day ? t('noticeOfflineDay', formatDay(day)) : t('noticeOfflineEmpty'),
    action,
  };
}

function words(props: NoticeProps): Words {
  const { notice, onFetch, onDay, onOptions, onShowAll } = props;
  switch (notice.kind) {
    case 'nothing-cached':
      return {
        icon: <SheetIcon />,
        title: notice.day ? t('popupNotCached', formatDay(notice.day)) : t('noticeNothingCached'),
        text: notice.day ? undefined : t('noticeNothingCachedText'),
        action: { label: t(notice.day ? 'noticeFetchDay' : 'noticeFetchToday'), run: onFetch },
      };
    case 'fetching':
      return notice.day
        ? {
            icon: <FetchIcon />,
            title: t('noticeFetching', formatDay(notice.day)),
            text: t('noticeFetchingText'),
          }
        : { icon: <FetchIcon />, title: t('noticeFetchingFirst') };
    case 'offline':
      return offlineWords(notice, props);
    case 'failed':
      // The feed has no part in it, and to ask it again would change nothing.
      if (ofStore.has(notice.failure.code)) return { icon: <DiskIcon />, text: failureText(notice.failure) };
      return {
        icon: <WarningIcon />,
        title: t('noticeFailed'),
        text: failureText(notice.failure, notice.retryAt),
        action: { label: t('noticeTryAgain'), run: onFetch },
      };
    case 'nothing-on-day': {
      const { day, nearest } = notice;
      return {
        icon: <CalendarIcon />,
        title: t('noticeNothingOnDay', formatDay(day)),
        text: t('noticeNothingOnDayText'),
        action: nearest
          ? { label: t('noticeGoToDay', formatDay(nearest)), run: () => onDay(nearest) }
          : undefined,
      };
    }
    case 'fetching-list':
      return { icon: <FetchIcon />, title: t('noticeFetchingList') };
    case 'nothing-listed':
      return { icon: <CalendarIcon />, title: t('noticeNothingListed') };
    case 'nothing-kept':
      return {
        icon: <SheetIcon />,
        title: t('noticeNothingKept'),
        action: { label: t('noticeFetchList'), run: onFetch },
      };
    case 'for-you':
      return { icon: <SavedIcon filled={false} />, title: t('noticeForYou'), text: t('noticeForYouText') };
    case 'all-seen':
      return {
        icon: <SeenIcon />,
        title: t('noticeAllSeen'),
        text: notice.papers === 1 ? t('noticeAllSeenOne') : t('noticeAllSeenText', notice.papers),
        action: { label: t('noticeShowAll'), run: onShowAll },
      };
    case 'disk-full':
      return {
        icon: <DiskIcon />,
        title: t('noticeDiskFull'),
        text: t('noticeDiskFullText'),
        action: { label: t('noticeOpenOptions'), run: onOptions },
      };
    case 'starter':
      return {
        icon: null,
        text: notice.papers === 1 ? t('noticeStarterOne') : t('noticeStarter', notice.papers),
      };
    case 'left-out':
      return { icon: null, text: t('noticeLeftOut', notice.items) };
  }
}

export function Notice(props: NoticeProps) {
  const { notice, slim } = props;
  const { icon, title, text, action } = words(props);
  return (
    <div class={slim ? 'notice slim' : 'notice'} data-kind={notice.kind}>
      {icon}
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {text && <p>{text}</p>}
      </div>
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
