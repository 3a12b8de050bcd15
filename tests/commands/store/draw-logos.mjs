// @ts-check
// Draws the logos and tiles the stores ask for beside the package, from public/icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPages } from '../images/draw-page.mjs';

/** @typedef {import('../images/draw-page.mjs').Drawing} Drawing */

/** The ground of tiles: paper, a little warmer than white, so that the tile has an edge on a white page. */
const ground = '#f7f5f2';

/**
 * @param {string} svg @param {number} size pixels @param {number} [margin] left clear on each side
 * @returns {Omit<Drawing, 'path'>}
 */
const logo = (svg, size, margin = 0) => ({
  html: `<div style="padding: ${margin}px">${svg}</div>`,
  width: size,
  height: size,
  transparent: true,
});

/** @param {string} svg @returns {Omit<Drawing, 'path'>} no words: a tile is shown in every language */
const tile = (svg) => ({
  html: `<style>
      body { display: grid; place-items: center; height: 280px; background: ${ground} }
      svg { width: 144px }
    </style>${svg}`,
  width: 440,
  height: 280,
});

/**
 * @param {object} options
 * @param {string} options.executablePath of a Chromium
 * @param {string} options.root of the project
 * @param {string} options.folder with a folder a store
 * @param {readonly ('chrome' | 'edge' | 'firefox')[]} options.stores
 */
export async function drawLogos({ executablePath, root, folder, stores }) {
  const svg = readFileSync(join(root, 'public/icon.svg'), 'utf8');
  /** @type {Record<string, Record<string, Omit<Drawing, 'path'>>>} */
  const wanted = {
    // Chrome's store asks for a drawing of 96 pixels with 16 left clear around it.
    chrome: { 'icon-128.png': logo(svg, 128, 16), 'tile-440x280.png': tile(svg) },
    edge: { 'logo-300.png': logo(svg, 300), 'tile-440x280.png': tile(svg) },
    firefox: { 'icon-128.png': logo(svg, 128), 'icon-64.png': logo(svg, 64) },
  };
  const drawings = stores.flatMap((store) =>
    Object.entries(wanted[store] ?? {}).map(([name, drawing]) => ({
      ...drawing,
      path: join(folder, store, name),
    })),
  );
  await drawPages(executablePath, drawings);
}
