// The icons that ship: of the size they are named after, named by the manifest, and drawn from the drawing as it is now.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../dependencies.mjs';
import { isDrawnFrom, pngHeader, withSource } from './png-file.mjs';

const folder = join(root, 'public/icon');
const drawing = readFileSync(join(root, 'public/icon.svg'), 'utf8');
const icons = readdirSync(folder);

describe('the icons', () => {
  it('are there for toolbar, pages and installation, on plain and on fine screens', () => {
    expect(icons.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)).toEqual([
      16, 32, 48, 96, 128,
    ]);
  });

  it.each(icons)('%s is of the size its name says, and clear around the drawing', (name) => {
    const size = Number.parseInt(name, 10);
    const png = readFileSync(join(folder, name));
    expect(pngHeader(png)).toEqual({ width: size, height: size, hasAlpha: true });
  });

  it.each(icons)('%s is drawn from icon.svg as it is now ("npm run icons" draws it anew)', (name) => {
    expect(isDrawnFrom(readFileSync(join(folder, name)), drawing)).toBe(true);
  });

  it('know when the drawing has changed', () => {
    const png = readFileSync(join(folder, '16.png'));
    expect(isDrawnFrom(png, `${drawing} `)).toBe(false);
    expect(isDrawnFrom(withSource(png, 'another drawing'), 'another drawing')).toBe(true);
  });

  it('are not taken for pictures where they are none', () => {
    expect(() => pngHeader(Buffer.from('<svg/>'))).toThrow('no PNG file');
  });
});
