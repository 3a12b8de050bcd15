// What is stored on this machine, and clearing the part of it that can be fetched again.
import { useState } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { Group } from './controls';

export interface StorageSummary {
  papers: number;
  days: number;
  /** Of the reading list. */
  entries: number;
  /** Of everything together; absent where the browser does not say. */
  bytes?: number;
}

interface StorageGroupProps {
  storage: StorageSummary;
  /** Resolves to how many papers were removed. */
  clearCache(): Promise<{ papers: number }>;
}

function formatBytes(bytes: number): string {
  const inMegabytes = bytes >= 1_000_000;
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: inMegabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: inMegabytes ? 1 : 0,
  }).format(bytes / (inMegabytes ? 1_000_000 : 1_000));
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
  const count = (amount: number) => new Intl.NumberFormat().format(amount);

  async function clear() {
    if (clearing) return;
    setClearing(true);
    setResult(t('optionsClearing'));
    try {
      const { papers } = await clearCache();
      setResult(papers === 1 ? t('optionsOneCleared') : t('optionsCleared', count(papers)));
    } catch (error) {
      setResult(t('optionsClearFailed', failureText(failureOf(error))));
    } finally {
      setClearing(false);
    }
  }

  return (
    <Group title={t('optionsStorage')}>
      <dl class="amounts">
        <Amount name={t('optionsStoredPapers')} amount={count(storage.papers)} />
        <Amount name={t('optionsStoredDays')} amount={count(storage.days)} />
        <Amount name={t('optionsStoredEntries')} amount={count(storage.entries)} />
        {storage.bytes !== undefined && (
          <Amount name={t('optionsStoredBytes')} amount={formatBytes(storage.bytes)} />
        )}
      </dl>
      <div class="setting">
        <span class="setting-name">{t('optionsCache')}</span>
        <p id="clear-help">{t('optionsClearCacheHelp')}</p>
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
      </div>
    </Group>
  );
}
