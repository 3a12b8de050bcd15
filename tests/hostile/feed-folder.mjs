// @ts-check
// A folder of feed days full of the hostile corpus, as the stand-in serves them: the newest weekday first. Must be served unshifted.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, newestWeekday } from '../stand-in/calendar.mjs';

const dayInMs = 86_400_000;

/** @param {object[][]} days answers of the feed @param {number} [now] ms since 1970 @returns {string} the folder; the caller removes it */
export function writeFeedFolder(days, now = Date.now()) {
  const folder = mkdtempSync(join(tmpdir(), 'papergloss-hostile-'));
  let day = newestWeekday(dayOf(now));
  for (const items of days) {
    writeFileSync(join(folder, `${day}.json`), JSON.stringify(items));
    day = newestWeekday(dayOf(Date.parse(day) - dayInMs));
  }
  return folder;
}
