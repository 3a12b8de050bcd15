import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payloadSchemas } from '../../lib/messages/payload-schemas';
import { maxWatchText, watchKinds } from '../../lib/papers/watch-rule';
import { defaultSettings, horizonChoices, parseSettings, toolbarBadges } from '../../lib/settings/settings';
import {
  changeableSettings,
  changedSettings,
  maxSettingsFile,
  readSettingsFile,
  SettingsFileError,
  writeSettingsFile,
} from '../../lib/settings/settings-file';

const anySettings = fc
  .record({
    sitesOff: fc.array(fc.domain()),
    optionalOrigins: fc.array(fc.domain().map((host) => `https://${host}/*`)),
    horizonDays: fc.constantFrom(...horizonChoices),
    lookUpUncached: fc.boolean(),
    relatedInPages: fc.boolean(),
    syncList: fc.boolean(),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    thumbnails: fc.boolean(),
    onlyUnseen: fc.boolean(),
    toolbarBadge: fc.constantFrom(...toolbarBadges),
    digestHour: fc.option(fc.integer({ min: 0, max: 23 })),
    watchRules: fc.array(
      fc.record({
        kind: fc.constantFrom(...watchKinds),
        text: fc.string({ minLength: 1, maxLength: maxWatchText, unit: 'grapheme' }),
      }),
    ),
  })
  .map(parseSettings);

const file = (settings: unknown, version: unknown = 1) =>
  JSON.stringify({ format: 'papergloss-settings', version, settings });

function problemOf(text: string): string {
  try {
    readSettingsFile(text);
  } catch (error) {
    if (error instanceof SettingsFileError) return `${error.problem} ${error.detail}`.trim();
    throw error;
  }
  return 'none';
}

describe('a file of settings', () => {
  it('brings back what was written, and nothing that the browser has to be asked for', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { version: _, optionalOrigins: __, ...written } = settings;
        expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ settings: written, leftOut: [] });
      }),
    );
  });

  it('holds nothing a message would refuse', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = readSettingsFile(writeSettingsFile(settings)).settings;
        expect(payloadSchemas['settings/change'].safeParse(read).success).toBe(true);
      }),
    );
  });

  it('holds every setting there is but the allowed hosts', () => {
    const all = Object.keys(defaultSettings).filter((name) => !['version', 'optionalOrigins'].includes(name));
    expect([...changeableSettings].sort()).toEqual(all.sort());
  });

  it('may be a part, and says what of it was left out', () => {
    const part = file({ theme: 'dark', optionalOrigins: ['https://*/*'], colour: 'red' });
    expect(readSettingsFile(`\uFEFF${part}`)).toEqual({
      settings: { theme: 'dark' },
      leftOut: ['optionalOrigins', 'colour'],
    });
  });

  it.each<[what: string, text: string, problem: string]>([
    ['no JSON', '{"format":', 'unreadable'],
    ['empty', '', 'unreadable'],
    ['a list', '[]', 'other-file'],
    ['nothing', 'null', 'other-file'],
    ['a reading list', '{"format":"papergloss-reading-list","version":1,"entries":[]}', 'other-file'],
    ['without settings', '{"format":"papergloss-settings","version":1}', 'other-file'],
    ['of a later version', file({}, 2), 'newer-version'],
    ['without a version', file({}, null), 'newer-version'],
    ['too large', ' '.repeat(maxSettingsFile) + file({}), 'too-large'],
    ['too large in bytes alone', file({ sitesOff: ['…'.repeat(maxSettingsFile / 2)] }), 'too-large'],
    ['with a theme nobody offers', file({ theme: 'sepia' }), 'bad-value theme'],
    ['with a horizon nobody offers', file({ horizonDays: 7 }), 'bad-value horizonDays'],
    ['with a switch that is a text', file({ syncList: 'true' }), 'bad-value syncList'],
    ['with an hour of the next day', file({ digestHour: 24 }), 'bad-value digestHour'],
    ['with sites that are none', file({ sitesOff: [7] }), 'bad-value sitesOff'],
    ['with kinds of page that are none', file({ adaptersOff: ['x'.repeat(41)] }), 'bad-value adaptersOff'],
    ['with too many sites', file({ sitesOff: Array(1_001).fill('a.org') }), 'bad-value sitesOff'],
    ['with a rule of no kind', file({ watchRules: [{ text: 'a' }] }), 'bad-value watchRules'],
    [
      'with a rule of no words',
      file({ watchRules: [{ kind: 'author', text: ' ' }] }),
      'bad-value watchRules',
    ],
    ['with rules that are none', file({ watchRules: null }), 'bad-value watchRules'],
    ['with one wrong value among right ones', file({ theme: 'dark', thumbnails: 1 }), 'bad-value thumbnails'],
  ])('that is %s is refused whole', (_, text, problem) => expect(problemOf(text)).toBe(problem));

  it('is read or refused with a reason, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.anything(), (text, value) => {
        problemOf(text);
        problemOf(file(JSON.parse(JSON.stringify({ theme: value, watchRules: value, sitesOff: value }))));
      }),
    );
  });
});

describe('what a file would change', () => {
  it('is what differs, in the order of the page', () => {
    const wanted = { theme: 'dark', thumbnails: false, horizonDays: 365, watchRules: [] } as const;
    expect(changedSettings(defaultSettings, { ...wanted, watchRules: [] })).toEqual(['horizonDays', 'theme']);
  });

  it('is nothing where it was written from what is set', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(changedSettings(settings, readSettingsFile(writeSettingsFile(settings)).settings)).toEqual([]);
      }),
    );
  });
});
