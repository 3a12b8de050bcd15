// The popup as end-to-end tests handle it: its rows, its days, its button. Tests nothing itself.
import type { Page } from 'playwright-core';

/** The papers of the list, not those the page names. */
export const rows = (page: Page) => page.locator('main > ol.papers > li');

/** How the popup writes a day of the feed, without the weekday. */
export const writtenDay = (page: Page, day: string): Promise<string> =>
  page.evaluate(
    (text) =>
      new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
        new Date(text),
      ),
    day,
  );

/** The button that has the feed asked; not while it is being asked. */
export const refreshButton = (page: Page) =>
  page.locator('button[aria-label="Refresh the feed"]:not([aria-disabled="true"])');
