// What a reader may put into a report of a fault, as plain text: everything that helps to find it, and nothing about the pages they visit
// or the papers they read. Pure.
import type { Settings } from '../settings/settings';
import type { AdapterKind } from '../sites/adapter-kinds';
import type { StorageUse } from '../store/storage-use';
import type { SyncState } from '../store/sync-state';
import { adapterFailures } from './adapter-failures';
import type { DiagnosisEvent } from './diagnosis-event';
import { withoutPlaces } from './without-places';

export interface Diagnosed {
  /** Of the extension. */
  version: string;
  /** What the browser calls itself. */
  userAgent: string;
  /** BCP 47, the reader's own first. */
  languages: readonly string[];
  settings: Settings;
  /** How much is stored, by name; bytes by what they are for. */
  stored: { papers: number; days: number; entries: number };
  use: readonly StorageUse[];
  sync: SyncState;
  kinds: readonly AdapterKind[];
  /** Newest first. */
  events: readonly DiagnosisEvent[];
}

const time = (ms: number | undefined): string =>
  ms === undefined || Number.isNaN(new Date(ms).getTime()) ? 'never' : new Date(ms).toISOString();

/** Lists as their lengths: hosts, rules and names are the reader's own. */
function settingLines(settings: Settings): string[] {
  return Object.entries(settings).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.length : value}`,
  );
}

function syncLines({ running, lastSuccessAt, lastFailure, retryAt, askedAt }: SyncState): string[] {
  const failure =
    lastFailure && `${time(lastFailure.at)} ${lastFailure.code}: ${withoutPlaces(lastFailure.detail)}`;
  return [
    `running: ${running ? `${running.done} of ${running.planned} days` : 'no'}`,
    `last success: ${time(lastSuccessAt)}`,
    `last failure: ${failure ?? 'none'}`,
    `last asked: ${time(askedAt)}`,
    ...(retryAt === undefined ? [] : [`not before: ${time(retryAt)}`]),
  ];
}

function kindLines({ kinds, settings, events }: Diagnosed): string[] {
  const failures = adapterFailures(events);
  return kinds.map(({ id, fixtureDate }) => {
    const failed = failures.get(id);
    const states = [
      `written against ${fixtureDate}`,
      settings.adaptersOff.includes(id) && 'switched off',
      failed && `failures since ${time(failed.since)}: ${failed.count}`,
    ];
    return `${id}: ${states.filter(Boolean).join(', ')}`;
  });
}

const eventLine = ({ at, since, where, kind, what, count }: DiagnosisEvent): string =>
  `${time(at)} ${where} ${kind}: ${what}${count > 1 ? ` (${count} times since ${time(since)})` : ''}`;

const part = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `  ${line}`)].join('\n');

/** Lines of English, parts apart by an empty line. */
export function diagnosisText(diagnosed: Diagnosed): string {
  const { version, userAgent, languages, settings, stored, use, sync, events } = diagnosed;
  return `${[
    part(`Papergloss ${version}`, [`browser: ${userAgent}`, `languages: ${languages.join(', ')}`]),
    part('Settings', settingLines(settings)),
    part('Stored', [
      `papers: ${stored.papers}, days: ${stored.days}, reading list: ${stored.entries}`,
      ...use.map(({ kind, bytes }) => `${kind}: ${bytes} bytes`),
    ]),
    part('Sync', syncLines(sync)),
    part('Kinds of page', kindLines(diagnosed)),
    part('Events', events.length === 0 ? ['none'] : events.map(eventLine)),
  ].join('\n\n')}\n`;
}
