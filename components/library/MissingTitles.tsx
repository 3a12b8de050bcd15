// How many titles are not known, and the way to ask arXiv for them: on the reader's press and not before.
import { useState } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { formatTime } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { failureOf, failureText } from '../page/failure-text';

/** How far arXiv has been asked, as the store has it. */
export interface MissingDetails {
  /** Papers still to be asked for; 0: nothing is asked. */
  asking: number;
  /** Ids of papers arXiv does not have. */
  missing: readonly string[];
  /** Why the last asking ended before its time. `code` as arXiv's client names it, `detail` in English. */
  failure?: { code: string; detail: string };
  /** Nothing is asked before, ms since 1970. */
  retryAt?: number;
}

interface MissingTitlesProps {
  entries: readonly ReadingEntry[];
  details: MissingDetails | undefined;
  /** Rejects with a `MessageFailure`. */
  onAsk(): Promise<unknown>;
}

const idsNamed = 5;

function failedText({ code, detail }: { code: string; detail: string }, retryAt: number | undefined): string {
  if (code === 'offline') return t('arxivOffline');
  if (code === 'timeout') return t('arxivTimeout');
  if (code !== 'rate-limited') return `${t('arxivFailed')} (${detail})`;
  if (retryAt === undefined) return t('arxivRateLimited');
  return t('arxivRateLimitedUntil', formatTime(retryAt));
}

function unknownText(ids: readonly string[]): string {
  const named = ids.slice(0, idsNamed).join(', ');
  const all = ids.length > idsNamed ? t('libraryAndMore', named, ids.length - idsNamed) : named;
  return t('libraryUnknownToArxiv', all);
}

/** Nothing where every title is known. */
export function MissingTitles({ entries, details, onAsk }: MissingTitlesProps) {
  const [refusal, setRefusal] = useState<string>();
  const untitled = entries.filter(({ title }) => title === '').map(({ id }) => id);
  if (untitled.length === 0) return null;

  const asking = details?.asking ?? 0;
  const atArxiv = new Set(details?.missing);
  const unknown = untitled.filter((id) => atArxiv.has(id));
  const failure = refusal ?? (details?.failure && failedText(details.failure, details.retryAt));
  const facts = [
    counted(untitled.length, 'libraryOneUntitled', 'libraryUntitled'),
    asking > 0 && counted(asking, 'libraryAskingForOne', 'libraryAskingFor'),
    asking === 0 && failure,
    unknown.length > 0 && unknownText(unknown),
  ];
  async function ask() {
    setRefusal(undefined);
    try {
      await onAsk();
    } catch (error) {
      setRefusal(failureText(failureOf(error)));
    }
  }
  return (
    <div class="notice-line">
      <p role="status">{facts.filter(Boolean).join(' ')}</p>
      {asking === 0 && unknown.length < untitled.length && (
        <button type="button" class="button" onClick={() => void ask()}>
          {t('libraryAskArxiv')}
        </button>
      )}
    </div>
  );
}
