import { describe, expect, it } from 'vitest';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { type Diagnosed, diagnosisText } from '../../lib/diagnosis/diagnosis-text';
import { defaultSettings } from '../../lib/settings/settings';

const at = Date.UTC(2026, 10, 24, 8, 30);
const broken: DiagnosisEvent = {
  ...{ at, since: at - 60_000, where: 'adapter:arxiv-listing', kind: 'error', what: 'TypeError', count: 3 },
};

const diagnosed: Diagnosed = {
  version: '1.2.3',
  userAgent: 'Browser/140',
  languages: ['de-DE', 'en'],
  settings: defaultSettings,
  stored: { papers: 12, days: 3, entries: 4 },
  use: [{ kind: 'papers', bytes: 1_000 }],
  sync: {},
  kinds: [{ id: 'arxiv-listing', fixtureDate: '2026-11' }],
  events: [broken],
};

describe('the diagnosis as text', () => {
  it('says what helps to find a fault', () => {
    expect(diagnosisText(diagnosed).split('\n')).toEqual(
      expect.arrayContaining([
        'Papergloss 1.2.3',
        '  browser: Browser/140',
        '  languages: de-DE, en',
        '  theme: auto',
        '  papers: 12, days: 3, reading list: 4',
        '  papers: 1000 bytes',
        '  last success: never',
        '  arxiv-listing: written against 2026-11, failures since 2026-11-24T08:29:00.000Z: 3',
        '  2026-11-24T08:30:00.000Z adapter:arxiv-listing error: TypeError (3 times since 2026-11-24T08:29:00.000Z)',
      ]),
    );
  });

  it('says that nothing happened', () => {
    expect(diagnosisText({ ...diagnosed, events: [] })).toMatch(/Events\n {2}none\n$/);
  });

  it('says which kinds of page are switched off', () => {
    const settings = { ...defaultSettings, adaptersOff: ['arxiv-listing'] };
    expect(diagnosisText({ ...diagnosed, settings, events: [] })).toContain(
      'arxiv-listing: written against 2026-11, switched off\n',
    );
  });

  it('holds no host, rule, address or paper, wherever they stand', () => {
    const text = diagnosisText({
      ...diagnosed,
      settings: {
        ...defaultSettings,
        sitesOff: ['secret.example'],
        optionalOrigins: ['https://secret.example/*'],
        adaptersOff: ['secret-kind'],
        watchRules: [{ kind: 'keyword', text: 'secret' }],
      },
      sync: {
        lastFailure: {
          at,
          code: 'feed-failed',
          detail: 'https://huggingface.co/api/papers/2401.00001 of secret/repository answered 502',
        },
      },
    });
    expect(text).not.toMatch(/secret|2401|https?:/);
    expect(text).toContain('sitesOff: 1\n');
    expect(text).toContain('last failure: 2026-11-24T08:30:00.000Z feed-failed: … of … answered 502\n');
  });
});
