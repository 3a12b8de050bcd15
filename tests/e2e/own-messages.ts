// What end-to-end tests ask of the background, from one of the extension's own pages. Tests nothing itself.
import type { Page } from 'playwright-core';

/** A message as pages of the extension send it. */
export const ask = (page: Page, message: object) =>
  page.evaluate((sent) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(sent), message);
