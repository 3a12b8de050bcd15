// @ts-check
// `npm run icons`: draws public/icon/*.png, which the manifest names, from public/icon.svg. To be run after every change of the drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { drawPages } = await import('./images/draw-page.mjs');
const { withSource } = await import('./images/png-file.mjs');

/** Pixels: toolbar and its doubles, extension pages, installation. */
const sizes = [16, 32, 48, 96, 128];

const svg = readFileSync(join(root, 'public/icon.svg'), 'utf8');
await drawPages(
  await ensureChromium(),
  sizes.map((size) => ({
    html: svg,
    width: size,
    height: size,
    path: join(root, `public/icon/${size}.png`),
    transparent: true,
    finish: (png) => withSource(png, svg),
  })),
);
console.log(`public/icon: ${sizes.join(', ')} pixels`);
