// The papers of the shown feed day, with what is to be said about them above or in their place, and the keys at their end.
import { useEffect, useState } from 'preact/hooks';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { KeyList } from '../page/KeyList';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';
import type { NoticeContent } from './choose-notices';
import { Notice } from './Notice';
import { popupKeys } from './use-popup-keys';

export interface DailyPapersProps extends Pick<PaperRowProps, 'onToggleSaved' | 'onOpen'> {
  papers: DailyList['papers'];
  notices: { bars: NoticeContent[]; instead?: NoticeContent } | undefined;
  now: number;
  isSaved(id: string): boolean;
  onFetch(): void;
  onDay(day: FeedDay): void;
  onOptions(): void;
}

/** More rows than the popup is high: the first frame draws these, the next one the rest. */
const rowsInSight = 12;

export function DailyPapers(props: DailyPapersProps) {
  const { papers, notices, now, isSaved, onFetch, onDay, onOptions, ...rowProps } = props;
  const [drawn, setDrawn] = useState(rowsInSight);
  useEffect(() => setDrawn(Number.POSITIVE_INFINITY), []);
  const noticeProps = { now, onFetch, onDay, onOptions };
  return (
    <>
      <div class="notices" role="status">
        {notices?.bars.map((notice) => (
          <Notice key={notice.kind} notice={notice} slim {...noticeProps} />
        ))}
        {notices?.instead && <Notice notice={notices.instead} {...noticeProps} />}
      </div>
      <ol class="papers">
        {papers.slice(0, drawn).map((paper) => (
          <PaperRow key={paper.id} paper={paper} saved={isSaved(paper.id)} {...rowProps} />
        ))}
      </ol>
      {papers.length > 0 && <KeyList keys={popupKeys} />}
    </>
  );
}
