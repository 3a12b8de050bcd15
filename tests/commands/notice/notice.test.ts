// NOTICE.txt: it is what the installed packages say, complete, and nothing is in it that may not be in what ships.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../dependencies.mjs';
import { type Licence, licenceOf } from './licence-of.mjs';
import { nameOf, shippedPackages } from './shipped-packages.mjs';
import { writeNotice } from './write-notice.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = shippedPackages(lock);

const example: Licence = {
  name: 'example',
  version: '1.0.0',
  id: 'MIT',
  source: 'https://github.com/example/example',
  holders: ['Copyright (c) 2020 One'],
  text: 'MIT License\n\nPermission is hereby granted, free of charge',
  notice: '',
};

describe('the notice that ships', () => {
  it('is what `npm run notice` writes from the installed packages', () => {
    const licences = shipped.map(([path]) => licenceOf(join(root, path)));
    expect(readFileSync(join(root, 'public/NOTICE.txt'), 'utf8')).toBe(writeNotice(licences));
  });

  it('names everything below the dependencies of package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const names = shipped.map(([path]) => nameOf(path));
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).toContain('moo');
    expect(names).not.toContain('vitest');
  });

  it('has the text of a licence once for all that come under it, whatever its title', () => {
    const text = `The MIT License (MIT)\n\n${example.text.split('\n\n')[1]}`;
    const notice = writeNotice([example, { ...example, name: 'other', holders: ['Copyright Two'], text }]);
    expect(notice.match(/Permission is hereby granted/g)).toHaveLength(1);
    expect(notice).toContain('Copyright (c) 2020 One');
    expect(notice).toContain('Copyright Two');
  });

  it('gives a package without a text the usual one of its licence', () => {
    const notice = writeNotice([example, { ...example, name: 'bare', text: '' }]);
    expect(notice).toContain('\nbare\nexample\n');
  });

  it('passes on the notice of a package that has one', () => {
    expect(writeNotice([{ ...example, notice: 'Made by Three.' }])).toContain('\n  Made by Three.');
  });

  it.each(['GPL-3.0', 'UNLICENSED', 'unknown', 'MIT OR GPL-2.0'])(
    'is not written with code under %s',
    (id) => {
      expect(() => writeNotice([{ ...example, id }])).toThrow(`Not allowed in what ships: example (${id})`);
    },
  );

  it('is not written where a licence wants a text that is not there', () => {
    expect(() => writeNotice([{ ...example, id: 'BSD-3-Clause', text: '' }])).toThrow('example');
  });
});
