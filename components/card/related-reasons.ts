// Why a paper is related, in words. Pure; whether and where they are shown is the component's business.
import type { RelatedReason } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';

function reasonText(reason: RelatedReason): string {
  switch (reason.kind) {
    case 'repository':
      return t('sameRepository');
    case 'organization':
      return t('sameOrganization');
    case 'keywords':
      return reason.keywords.length > 0 ? t('sameKeywords', reason.keywords.join(', ')) : '';
  }
}

/** `same organization · both: draft model`; '' where the facts give nothing to say. */
export function reasonsText(reasons: readonly RelatedReason[]): string {
  return reasons.map(reasonText).filter(Boolean).join(' · ');
}
