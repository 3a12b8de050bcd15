// What the papers of a month are about: a small chart of bars. Its text alternative is the chart itself, a list of buttons that
// name topic and numbers; a press searches for the topic.
import type { Topic } from '../../lib/papers/topic';
import { formatCount } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';

interface TopicChartProps {
  /** Weightiest first. */
  topics: readonly Topic[];
  onTopic(keyword: string): void;
}

/** More would push the papers out of sight. */
const shownTopics = 8;

export function TopicChart({ topics, onTopic }: TopicChartProps) {
  const shown = topics.slice(0, shownTopics);
  const most = Math.max(1, ...shown.map(({ upvotes }) => upvotes));
  if (shown.length === 0) return null;
  return (
    <details class="topics" open>
      <summary class="list-title">{t('topics')}</summary>
      <ol>
        {shown.map(({ keyword, papers, upvotes }) => (
          <li key={keyword}>
            <button type="button" onClick={() => onTopic(keyword)}>
              <span class="topic-name" dir="auto">
                {keyword}
              </span>{' '}
              <span class="visually-hidden">
                {t(
                  'topicFacts',
                  papers === 1 ? t('popupOnePaper') : t('popupPapers', papers),
                  counted(upvotes, 'calendarOneUpvote', 'calendarUpvotes'),
                )}
              </span>
              <span class="topic-upvotes" aria-hidden="true">
                {formatCount(upvotes)}
              </span>
              <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.max(1, (100 * upvotes) / most)} height="3" />
              </svg>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
