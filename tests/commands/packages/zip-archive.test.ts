// Packages are the same bytes for the same files, and another program reads from them what went in.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipArchive } from './zip-archive.mjs';

// The library WXT itself packs with, as a second opinion.
const JSZip = createRequire(createRequire(import.meta.url).resolve('wxt'))('jszip');

interface Unpacked {
  date: Date;
  unixPermissions: number;
  async(type: 'uint8array'): Promise<Uint8Array>;
}

const open = async (archive: Uint8Array): Promise<Record<string, Unpacked>> =>
  (await JSZip.loadAsync(archive, { checkCRC32: true })).files;

const files = [
  { path: 'popup.html', bytes: Buffer.from('<!doctype html>'.repeat(100)) },
  { path: '_locales/ja/messages.json', bytes: Buffer.from('{"名": "論文"}') },
  { path: 'icon/16.png', bytes: Uint8Array.from({ length: 300 }, (_, place) => (place * 7919) % 251) },
  { path: 'empty.txt', bytes: new Uint8Array() },
  { path: '論文.txt', bytes: Buffer.from('a name beyond ASCII') },
];

describe('a package', () => {
  it('gives back every file as it went in', async () => {
    const segment = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
    const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.x`);
    const any = fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 400 }) }), {
      selector: (file) => file.path,
    });
    await fc.assert(
      fc.asyncProperty(any, async (wanted) => {
        const unpacked = await open(zipArchive(wanted));
        expect(Object.keys(unpacked).sort()).toEqual(wanted.map((file) => file.path).sort());
        for (const file of wanted)
          expect(await unpacked[file.path]?.async('uint8array')).toEqual(Uint8Array.from(file.bytes));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps names beyond ASCII', async () => {
    expect(Object.keys(await open(zipArchive(files)))).toContain('論文.txt');
  });

  it('is the same bytes in whatever order the files come', () => {
    expect(zipArchive(files).equals(zipArchive([...files].reverse()))).toBe(true);
  });

  it('is other bytes for one other byte', () => {
    const [first, ...rest] = files;
    const changed = [{ path: 'popup.html', bytes: Buffer.from(`${first?.bytes} `) }, ...rest];
    expect(zipArchive(files).equals(zipArchive(changed))).toBe(false);
  });

  it('carries no clock: every file is of the first day a package can name', async () => {
    for (const { date } of Object.values(await open(zipArchive(files)))) {
      expect(date.toISOString()).toBe('1980-01-01T00:00:00.000Z');
    }
  });

  it('holds plain files, sorted by path', async () => {
    const unpacked = await open(zipArchive(files));
    expect(Object.keys(unpacked)).toEqual(files.map(({ path }) => path).sort());
    for (const { unixPermissions } of Object.values(unpacked)) expect(unixPermissions).toBe(0o100644);
  });

  it('packs what packing makes smaller', () => {
    expect(zipArchive(files.slice(0, 1)).length).toBeLessThan(300);
  });

  it.each(['/etc/passwd', '../outside', 'a//b', './a', 'a\\b', ''])('refuses the path "%s"', (path) => {
    expect(() => zipArchive([{ path, bytes: new Uint8Array() }])).toThrow('cannot be a path');
  });

  it('refuses a path that is there twice', () => {
    expect(() => zipArchive([...files, ...files.slice(0, 1)])).toThrow(
      '"popup.html" is in the package twice',
    );
  });
});
