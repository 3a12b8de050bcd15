// Why a paper is among those for the reader, in words. Pure.
import type { ForYouReason } from '../../lib/papers/for-you-reason';
import { t } from '../../lib/text/translate';

function reasonText(reason: ForYouReason): string {
  if (reason.kind === 'keyword') return t('forYouKeyword', reason.keyword);
  const title = reason.title || `arXiv:${reason.id}`;
  return t(reason.kind === 'saved' ? 'forYouSaved' : 'forYouOpened', title);
}

/** `Because you saved “…” · Keyword: draft model`; '' for no reasons. */
export const forYouText = (reasons: readonly ForYouReason[] = []): string =>
  reasons.map(reasonText).join(' · ');
