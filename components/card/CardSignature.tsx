// Whose card this is, and the way to be rid of it: the end of every card.
import { t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';

interface CardSignatureProps {
  /** What belongs to the name: how old the card is, or where it comes from. */
  note?: string;
  onCloseSite(): void;
}

export function CardSignature({ note, onCloseSite }: CardSignatureProps) {
  return (
    <span class="quiet">
      {t('extensionName')}
      {note && ` · ${note}`}{' '}
      <button type="button" class="close" title={t('closeSite')} onClick={onCloseSite}>
        <CloseIcon />
      </button>
    </span>
  );
}
