// What takes the room, as a bar of parts and as the list that says the same in words.
import type { StorageKind, StorageUse } from '../../lib/store/storage-use';
import { type MessageKey, t } from '../../lib/text/translate';
import { formatBytes } from './format-bytes';
import { Findable } from './search-settings';

const kindNames: Record<StorageKind, MessageKey> = {
  papers: 'optionsUsePapers',
  days: 'optionsUseDays',
  list: 'optionsUseList',
  index: 'optionsUseIndex',
  seen: 'optionsUseSeen',
  other: 'optionsUseOther',
};

export function StorageUseBar({ use }: { use: readonly StorageUse[] }) {
  const parts = use.map(({ kind, bytes }) => ({
    kind,
    bytes,
    name: t(kindNames[kind]),
    size: formatBytes(bytes),
  }));
  return (
    <Findable class="storage-use" texts={[t('optionsUse'), ...parts.map(({ name }) => name)]}>
      <h3>{t('optionsUse')}</h3>
      <div
        class="storage-bar"
        role="img"
        aria-label={parts.map(({ name, size }) => t('optionsUsePart', name, size)).join('; ')}
      >
        {parts.map(
          ({ kind, bytes }) => bytes > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: bytes }} />,
        )}
      </div>
      <ul>
        {parts.map(({ kind, name, size }) => (
          <li key={kind}>
            <span class="swatch" data-kind={kind} />
            {name} <span class="size">{size}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">{t('optionsUseText')}</p>
    </Findable>
  );
}
