import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePageSettings } from '../../lib/settings/page-settings';
import { defaultSettings, parseSettings } from '../../lib/settings/settings';

it('what a page is annotated by is read as all settings are, whatever is stored', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(parseSettings(stored)).toMatchObject(parsePageSettings(stored));
    }),
  );
});

it('a page is annotated by the defaults where nothing is stored', () => {
  const { sitesOff, adaptersOff, optionalOrigins, lookUpUncached, theme } = defaultSettings;
  expect(parsePageSettings(undefined)).toEqual({
    sitesOff,
    adaptersOff,
    optionalOrigins,
    lookUpUncached,
    theme,
  });
});
