// The kinds of page there are, each with a switch, what it was written against, and whether it is broken.
import { type AdapterFailures, adapterFailures } from '../../lib/diagnosis/adapter-failures';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import type { AdapterKind } from '../../lib/sites/adapter-kinds';
import { formatDay, formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { adapterName } from './adapter-names';
import { Group, SwitchSetting } from './controls';
import { Paragraph } from './search-settings';
import { monthText } from './time-text';

interface KindsGroupProps {
  kinds: readonly AdapterKind[];
  /** Ids of those that are switched off. */
  off: readonly string[];
  /** Newest first. */
  events: readonly DiagnosisEvent[];
  onChange(adaptersOff: string[]): void;
}

function helpText({ fixtureDate }: AdapterKind, failures: AdapterFailures | undefined): string {
  const month = monthText(fixtureDate);
  if (!failures) return t('optionsKindHelp', month);
  const day = formatDay(new Date(failures.since).toISOString().slice(0, 10));
  return t('optionsKindBroken', month, day, formatNumber(failures.count));
}

export function KindsGroup({ kinds, off, events, onChange }: KindsGroupProps) {
  const failures = adapterFailures(events);
  return (
    <Group id="kinds">
      <Paragraph quiet text={t('optionsKindsText')} />
      {kinds.map((kind) => (
        <SwitchSetting
          key={kind.id}
          label={adapterName(kind.id)}
          help={helpText(kind, failures.get(kind.id))}
          on={!off.includes(kind.id)}
          onSwitch={(on) => {
            const others = off.filter((id) => id !== kind.id);
            onChange(on ? others : [...others, kind.id]);
          }}
        />
      ))}
    </Group>
  );
}
