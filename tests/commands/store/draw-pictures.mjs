// @ts-check
// The pictures stores show beside the texts, 1280 × 800, light and dark in turn, out of those that takePictures left.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPages } from '../images/draw-page.mjs';

/** Of the stores, CSS pixels, which are those of the file. */
const size = { width: 1280, height: 800 };

/** @param {string} path */
const dataUrl = (path) => `data:image/png;base64,${readFileSync(path).toString('base64')}`;

/**
 * A page, from its top, as wide as it was. Pages were taken at 1280 × 960.
 * @param {string[]} pictures one
 */
const ofPage = ([picture]) => `<img src="${picture}" style="display: block; width: ${size.width}px">`;

/**
 * Popups side by side, each as large as the browser shows it.
 * @param {string[]} pictures of 400 × 600 CSS pixels
 */
const ofPopups = (pictures) => `<style>
    body { box-sizing: border-box; height: ${size.height}px; background: #8b8f96; display: flex; gap: 20px;
      align-items: center; justify-content: center }
    img { width: 400px; border-radius: 8px }
  </style>${pictures.map((picture) => `<img src="${picture}">`).join('')}`;

/** In the order stores show them; names as takePictures gives them. */
const wanted = [
  { name: '1-card', draw: ofPage, of: ['card'] },
  { name: '2-popup', draw: ofPopups, of: ['popup', 'popup-calendar-dark', 'popup-details'] },
  { name: '3-github', draw: ofPage, of: ['github-card-dark'] },
  { name: '4-reading-list', draw: ofPage, of: ['library'] },
  { name: '5-list', draw: ofPage, of: ['list-dark'] },
];

/**
 * @param {object} options
 * @param {string} options.executablePath of a Chromium
 * @param {string} options.pictures folder that takePictures filled
 * @param {string} options.folder where the files go
 * @returns {Promise<string[]>} their paths
 * @throws where a picture is not there
 */
export async function drawStorePictures({ executablePath, pictures, folder }) {
  mkdirSync(folder, { recursive: true });
  const drawings = wanted.map(({ name, draw, of }) => ({
    html: draw(of.map((picture) => dataUrl(join(pictures, `${picture}.png`)))),
    path: join(folder, `${name}.png`),
    ...size,
  }));
  await drawPages(executablePath, drawings);
  return drawings.map(({ path }) => path);
}
