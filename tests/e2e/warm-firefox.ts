// Before the tests in Firefox, once: what its starts have in common. Tests nothing itself.
import { firefoxBeginning } from '../drivers/bidi-firefox.mjs';
import { findFirefox } from '../drivers/browsers.mjs';

export default async function warmFirefox(): Promise<(() => void) | undefined> {
  const executablePath = findFirefox();
  if (!executablePath) return undefined;
  const { folder, remove } = await firefoxBeginning(executablePath);
  process.env.FIREFOX_BEGINNING = folder;
  return remove;
}
