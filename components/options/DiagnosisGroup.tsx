// What went wrong, and the text of it for a report of a fault, which can be read before it is copied.
import { useState } from 'preact/hooks';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { t } from '../../lib/text/translate';
import { ActionSetting } from './ActionSetting';
import { Group, Setting } from './controls';
import { EventList } from './EventList';
import { Findable, Paragraph } from './search-settings';

export interface DiagnosisActions {
  /** Rejects where the browser keeps the text from the clipboard. */
  copyText(text: string): Promise<unknown>;
  clearEvents(): Promise<unknown>;
}

interface DiagnosisGroupProps {
  /** Newest first; undefined while they are being read. */
  events: readonly DiagnosisEvent[] | undefined;
  /** The diagnosis as it is now. */
  write(): string;
  actions: DiagnosisActions;
}

function CopyDiagnosis({ write, actions }: Pick<DiagnosisGroupProps, 'write' | 'actions'>) {
  const [result, setResult] = useState<'copied' | 'refused'>();
  const [looking, setLooking] = useState(false);
  return (
    <Setting id="copy-diagnosis" label={t('optionsDiagnosisCopy')} help={t('optionsDiagnosisCopyHelp')}>
      <button
        type="button"
        class="button"
        aria-describedby="copy-diagnosis-help"
        onClick={() =>
          void actions.copyText(write()).then(
            () => setResult('copied'),
            () => setResult('refused'),
          )
        }
      >
        {t('optionsDiagnosisCopyButton')}
      </button>
      <p class="result" role="status" data-failed={result === 'refused'}>
        {result && t(result === 'copied' ? 'optionsDiagnosisCopied' : 'copyRefused')}
      </p>
      <details class="diagnosis-text" onToggle={(event) => setLooking(event.currentTarget.open)}>
        <summary>{t('optionsDiagnosisLook')}</summary>
        {looking && (
          <pre dir="ltr" lang="en">
            {write()}
          </pre>
        )}
      </details>
    </Setting>
  );
}

export function DiagnosisGroup({ events, write, actions }: DiagnosisGroupProps) {
  const columns = [
    t('optionsRequestTime'),
    t('optionsEventWhere'),
    t('optionsEventWhat'),
    t('optionsEventCount'),
  ];
  return (
    <Group id="diagnosis">
      <Paragraph quiet text={t('optionsDiagnosisText')} />
      {events && (
        <Findable texts={columns}>
          <EventList events={events} columns={columns} />
        </Findable>
      )}
      <CopyDiagnosis write={write} actions={actions} />
      <ActionSetting
        name={t('optionsEventsClear')}
        help={t('optionsEventsClearHelp')}
        button={t('optionsEventsClearButton')}
        doing=""
        done={t('optionsEventsCleared')}
        failed={(reason) => t('optionsEventsNotCleared', reason)}
        act={actions.clearEvents}
      />
    </Group>
  );
}
