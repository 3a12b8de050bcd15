// The browser the end-to-end tests run in, with the extension: Firefox where `BROWSER` says so, else Chromium. Tests nothing itself.
import { openBidiFirefox } from '../drivers/bidi-firefox.mjs';
import { ensureChromium, findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Browser, type BrowserOptions, openChromium } from '../drivers/chromium.mjs';

export type BrowserName = 'chromium' | 'firefox';

const tested: BrowserName = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium';

export const inFirefox = tested === 'firefox';

/** The folder of the build for a browser, that of these tests if none is named. */
export const builtExtension = (name = tested) => buildFolder(name === 'firefox' ? 'firefox' : 'chrome');

/** Opens a browser with the extension, that of these tests if none is named. */
export async function openBrowser(
  options: Omit<BrowserOptions, 'executablePath' | 'extension'> & { extension?: string },
  name = tested,
): Promise<Browser> {
  const extension = builtExtension(name);
  if (name === 'chromium')
    return openChromium({ executablePath: await ensureChromium(), extension, ...options });
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox: install it or set FIREFOX_PATH');
  return openBidiFirefox({ executablePath, extension, ...options });
}
