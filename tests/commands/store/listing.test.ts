// The texts for the stores: every permission is explained, and what stores cut off or refuse is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../../../wxt.config';
import { root } from '../dependencies.mjs';
import { askedFor, longestSummary, namesOf, parseListing, permissionsText, plainText } from './listing.mjs';

const listing = parseListing(readFileSync(join(root, 'tests/commands/store/listing.md'), 'utf8'));

async function manifestFor(browser: string): Promise<UserManifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('wxt.config.ts makes no manifest');
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
}

const browsers = ['chrome', 'edge', 'firefox'];
const askedBy = async (browser: string) => askedFor(await (manifestFor(browser) as Promise<object>));

describe('what the stores are told', () => {
  it('gives a reason for every permission, and for none that is not asked for', async () => {
    const asked = new Set((await Promise.all(browsers.map(askedBy))).flat());
    expect(Object.keys(listing.permissions).sort()).toEqual([...asked].sort());
  });

  it.each(browsers)('names to %s what its package asks for', async (browser) => {
    const text = permissionsText(listing, (await manifestFor(browser)) as object);
    expect(text).toContain('storage\nKeeps the reader’s settings'.replace('’', "'"));
    expect(text.includes('sidePanel')).toBe(browser !== 'firefox');
  });

  it('does not let pass a permission without a reason', () => {
    expect(() => permissionsText(listing, { permissions: ['storage', 'history'] })).toThrow(
      'listing.md does not say why: history',
    );
  });

  it('says enough for Edge and not too much for Chrome', () => {
    const { length } = listing.texts.Description ?? '';
    expect(length).toBeGreaterThan(250);
    expect(length).toBeLessThan(10_000);
  });

  it.each(readdirSync(join(root, 'public/_locales')))('has name and short description in %s', (locale) => {
    const messages = JSON.parse(readFileSync(join(root, 'public/_locales', locale, 'messages.json'), 'utf8'));
    const { name, summary } = namesOf(messages);
    expect(name).toBe('Papergloss');
    expect(summary.length).toBeLessThanOrEqual(longestSummary);
  });

  it('refuses a short description that stores would refuse', () => {
    const messages = {
      extensionName: { message: 'Papergloss' },
      extensionDescription: { message: 'a'.repeat(longestSummary + 1) },
    };
    expect(() => namesOf(messages)).toThrow('133 characters');
  });
});

describe('a text for a form', () => {
  it.each([
    ['a wrapped\nparagraph', 'a wrapped paragraph'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['- an item\n  that goes on\n- another', '• an item that goes on\n• another'],
    ['before:\n\n- item\n\nafter', 'before:\n\n• item\n\nafter'],
    ['with `code`', 'with code'],
    ['\n\n around \n', 'around'],
  ])('is made plain: %j', (markdown, expected) => {
    expect(plainText(markdown)).toBe(expected);
  });

  it.each(['## A\n\ntext\n\n## A\n\nagain\n', '## A\n\n## B\n\ntext\n'])(
    'is refused twice or empty: %j',
    (markdown) => {
      expect(() => parseListing(markdown)).toThrow('"A" is there twice or empty');
    },
  );
});
