// What Papergloss sends: its last requests, as they were made. Addresses are text, never links: following one would be another request.
import type { RequestRecord } from '../../lib/store/request-log';
import { formatNumber } from '../../lib/text/format';
import { type MessageKey, t } from '../../lib/text/translate';
import { Group } from './controls';
import { LogTable } from './LogTable';
import { Findable, Paragraph } from './search-settings';
import { timeText } from './time-text';

const purposes: Record<RequestRecord['purpose'], MessageKey> = {
  feed: 'optionsRequestFeed',
  arxiv: 'optionsRequestArxiv',
  images: 'optionsRequestImages',
  zotero: 'optionsRequestZotero',
};

function outcomeText({ status, failed, count }: RequestRecord): string {
  if (failed !== undefined) return t('optionsRequestFailed', String(failed));
  const outcome = status === undefined ? t('optionsRequestMade') : t('optionsRequestStatus', status);
  return count === undefined || count === 1 ? outcome : t('optionsRequestCount', formatNumber(count));
}

interface RequestLogProps {
  /** Newest first; undefined while they are being read. */
  requests: readonly RequestRecord[] | undefined;
  /** The reader lets pages have single papers asked for. */
  lookUpUncached: boolean;
}

export function RequestLog({ requests, lookUpUncached }: RequestLogProps) {
  const columns = [
    t('optionsRequestTime'),
    t('optionsRequestFor'),
    t('optionsRequestAddress'),
    t('optionsRequestOutcome'),
  ];
  const now = Date.now();
  return (
    <Group id="requests">
      <Paragraph text={t(lookUpUncached ? 'optionsRequestsTextLookUp' : 'optionsRequestsText')} />
      {requests && (
        <Findable texts={columns}>
          {requests.length === 0 ? (
            <p class="quiet">{t('optionsRequestsNone')}</p>
          ) : (
            <LogTable group="requests" columns={columns}>
              {requests.map((request, position) => (
                <tr key={position}>
                  <td>{timeText(request.at, now)}</td>
                  <td>{t(purposes[request.purpose])}</td>
                  <td class="address">
                    <span dir="ltr">
                      {request.method} {request.url}
                    </span>
                  </td>
                  <td data-failed={request.failed !== undefined}>{outcomeText(request)}</td>
                </tr>
              ))}
            </LogTable>
          )}
        </Findable>
      )}
      <Paragraph quiet text={t('optionsRequestsZotero')} />
    </Group>
  );
}
