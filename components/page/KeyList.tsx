// The keys of a page, named where the list ends.
import { type MessageKey, t } from '../../lib/text/translate';

export function KeyList({ keys }: { keys: readonly (readonly [key: string, does: MessageKey])[] }) {
  return (
    <ul class="key-list" aria-label={t('pageKeys')}>
      {keys.map(([key, does]) => (
        <li key={key}>
          <kbd>{key}</kbd> {t(does)}
        </li>
      ))}
    </ul>
  );
}
