// @ts-check
// Draws pieces of HTML as PNG files in a real Chromium without extension or network: icons, logos, pictures put side by side.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { quietArguments } from '../../drivers/chromium.mjs';

/**
 * @typedef {object} Drawing
 * @property {string} html what stands in the body, which has no margin
 * @property {number} width CSS pixels, as the PNG's
 * @property {number} height
 * @property {string} path of the PNG file
 * @property {boolean} [transparent] what is not drawn on stays clear; default: white, and no alpha in the file, as stores want it
 * @property {(png: Buffer) => Buffer} [finish] the last word on the file's bytes
 */

/**
 * @param {string} executablePath of a Chromium
 * @param {readonly Drawing[]} drawings
 * @returns {Promise<void>}
 */
export async function drawPages(executablePath, drawings) {
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quietArguments],
  });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    for (const { html, width, height, path, transparent = false, finish } of drawings) {
      await page.setViewportSize({ width, height });
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${html}`);
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      const picture = await page.screenshot({ omitBackground: transparent });
      writeFileSync(path, finish ? finish(picture) : picture);
    }
  } finally {
    await browser.close();
  }
}
