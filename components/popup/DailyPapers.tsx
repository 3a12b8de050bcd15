// The papers of the shown list, with what is to be said about them above or in their place, what they are about, and the keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListQuery } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList, DailyRow } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import { KeyList } from '../page/KeyList';
import { openingProps, type RowOpening } from '../page/row-opening';
import { useRowsInSight } from '../page/use-rows-in-sight';
import { PaperRow, type PaperRowProps } from '../paper-row/PaperRow';
import { TopicChart } from '../topics/TopicChart';
import type { NoticeContent } from './choose-notices';
import { Notice } from './Notice';
import { popupKeys } from './use-popup-keys';
import type { ShownPaper } from './use-row-openings';

export interface DailyPapersProps
  extends Pick<PaperRowProps, 'onToggleSaved' | 'onOpen' | 'thumbnails' | 'onThumbnail'> {
  list: DailyList | undefined;
  /** Those of the list that are to be shown. */
  papers: readonly DailyRow[];
  notices: { bars: NoticeContent[]; instead?: NoticeContent } | undefined;
  now: number;
  isSaved(id: string): boolean;
  opening: RowOpening;
  /** The reader has had these before the eye. */
  onShown(papers: ShownPaper[]): void;
  onFetch(): void;
  onGo(query: ListQuery): void;
  onTopic(keyword: string): void;
  onOptions(): void;
  onShowAll(): void;
  /** Among the papers for the reader only. */
  forYou?: { dismiss(id: string): void; startAfresh(): void };
}

/** More rows than the popup is high: the first frame draws these, the next one the rest. */
const rowsInSight = 12;

function Afresh({ onPress }: { onPress(): void }) {
  return (
    <div class="afresh">
      <p>{t('forYouAfreshText')}</p>
      <button type="button" class="button" onClick={onPress}>
        {t('forYouAfresh')}
      </button>
    </div>
  );
}

export function DailyPapers(props: DailyPapersProps) {
  const { list, papers, notices, now, isSaved, opening, onShown, forYou, ...rest } = props;
  const { onFetch, onGo, onTopic, onOptions, onShowAll, ...rowProps } = rest;
  const [drawn, setDrawn] = useState(rowsInSight);
  useEffect(() => setDrawn(Number.POSITIVE_INFINITY), []);
  const rows = useRef<HTMLOListElement>(null);
  useRowsInSight(rows, (ids) => {
    const upvotes = new Map(papers.map((paper) => [paper.id, paper.upvotes]));
    onShown(ids.map((id) => ({ id, ...(upvotes.get(id) !== undefined && { upvotes: upvotes.get(id) }) })));
  });
  const onDay = (day: FeedDay) => onGo({ view: 'day', day });
  const noticeProps = { now, onFetch, onDay, onOptions, onShowAll };
  return (
    <>
      <div class="notices" role="status" data-passing>
        {notices?.bars.map((notice) => (
          <Notice key={notice.kind} notice={notice} slim {...noticeProps} />
        ))}
        {notices?.instead && <Notice notice={notices.instead} {...noticeProps} />}
      </div>
      {list?.topics && <TopicChart topics={list.topics} onTopic={onTopic} />}
      <ol ref={rows} class="papers">
        {papers.slice(0, drawn).map((paper) => (
          <PaperRow
            // Chromium does not always see that a row has become one of another kind.
            key={`${list?.query.view} ${paper.id}`}
            paper={paper}
            saved={isSaved(paper.id)}
            outOfList={forYou !== undefined}
            onDismiss={forYou?.dismiss}
            {...openingProps(opening, paper.id)}
            {...rowProps}
          />
        ))}
      </ol>
      {forYou && papers.length > 0 && <Afresh onPress={forYou.startAfresh} />}
      {papers.length > 0 && <KeyList keys={popupKeys(list?.query.view ?? 'day')} />}
    </>
  );
}
