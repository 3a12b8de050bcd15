// What is stored on this machine, and clearing the part of it that can be fetched again.
import { useState } from 'preact/hooks';
import type { StorageUse } from '../../lib/store/storage-use';
import { formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { Group, Setting } from './controls';
import { formatBytes } from './format-bytes';
import { StorageUseBar } from './StorageUseBar';
import { Findable } from './search-settings';

export interface StorageSummary {
  papers: number;
  days: number;
  /** Of the reading list. */
  entries: number;
  /** Of everything together; absent where the browser does not say. */
  bytes?: number;
  /** By what it is for; absent until it has been measured. */
  use?: readonly StorageUse[];
}

interface StorageGroupProps {
  storage: StorageSummary;
  /** Resolves to how many papers were removed. */
  clearCache(): Promise<{ papers: number }>;
}

function Amount({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  );
}

export function StorageGroup({ storage, clearCache }: StorageGroupProps) {
  const [result, setResult] = useState('');
  const [clearing, setClearing] = useState(false);

  async function clear() {
    if (clearing) return;
    setClearing(true);
    setResult(t('optionsClearing'));
    try {
      const { papers } = await clearCache();
      setResult(papers === 1 ? t('optionsOneCleared') : t('optionsCleared', formatNumber(papers)));
    } catch (error) {
      setResult(t('optionsClearFailed', failureText(failureOf(error))));
    } finally {
      setClearing(false);
    }
  }

  const amounts = [
    { name: t('optionsStoredPapers'), amount: formatNumber(storage.papers) },
    { name: t('optionsStoredDays'), amount: formatNumber(storage.days) },
    { name: t('optionsStoredEntries'), amount: formatNumber(storage.entries) },
  ];
  if (storage.bytes !== undefined) {
    amounts.push({ name: t('optionsStoredBytes'), amount: formatBytes(storage.bytes) });
  }

  return (
    <Group id="storage">
      <Findable texts={amounts.map(({ name }) => name)}>
        <dl class="amounts">
          {amounts.map((amount) => (
            <Amount key={amount.name} {...amount} />
          ))}
        </dl>
      </Findable>
      {storage.use && <StorageUseBar use={storage.use} />}
      <Setting id="clear" label={t('optionsCache')} help={t('optionsClearCacheHelp')}>
        <button
          type="button"
          class="button"
          aria-describedby="clear-help"
          aria-disabled={clearing}
          onClick={clear}
        >
          {t('optionsClearCache')}
        </button>
        <p class="result" role="status">
          {result}
        </p>
      </Setting>
    </Group>
  );
}
