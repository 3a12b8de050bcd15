// The row at the popup's foot that offers to show Papergloss on the current tab's site. Pushes nothing; asks only when pressed.
import { useState } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { type Failure, failureOf, failureText } from '../page/failure-text';

export interface SiteOfferProps {
  /** As the settings name it. */
  site: string;
  /**
   * Has the browser ask the reader; false when the reader says no. It asks only while the click is being handled: called at once,
   * with nothing awaited before.
   */
  accept(): Promise<boolean>;
}

type OfferState = 'offered' | 'accepted' | Failure;

function offerText(site: string, state: OfferState): string {
  if (state === 'offered') return t('popupOfferSite', site);
  if (state === 'accepted') return t('popupSiteAccepted', site);
  return t('popupSiteFailed', site, failureText(state));
}

export function SiteOfferRow({ site, accept }: SiteOfferProps) {
  const [state, setState] = useState<OfferState>('offered');
  async function onAccept() {
    try {
      setState((await accept()) ? 'accepted' : 'offered');
    } catch (error) {
      setState(failureOf(error));
    }
  }
  return (
    <div class="site-offer">
      <p role="status">{offerText(site, state)}</p>
      {state !== 'accepted' && (
        <button type="button" class="button" onClick={onAccept}>
          {t('popupShowSite')}
        </button>
      )}
    </div>
  );
}
