// @ts-check
// `npm start`: builds the extension and opens a browser that has it, on an arXiv page.
//   --offline    against the stand-in web on this machine; also taken where arxiv.org cannot be reached
//   --pictures   headless, leaves pictures in .output/demo; also taken where there is no display
// Pictures are always taken of the stand-in web, so that they show the same everywhere.
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { openChromium } = await import('../drivers/chromium.mjs');
const { startStandIn } = await import('../stand-in/stand-in.mjs');
const { takePictures } = await import('./pictures.mjs');
const { runTool } = await import('./tools.mjs');

const args = process.argv.slice(2);
const extension = join(root, '.output/chrome-mv3');
const probeTimeout = 2_000;

/** @returns {Promise<boolean>} whether arxiv.org answers on its port within two seconds */
function canReachArxiv() {
  return new Promise((resolve) => {
    const socket = net.connect({ host: 'arxiv.org', port: 443 });
    /** @param {boolean} reached */
    const finish = (reached) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached);
    };
    const timer = setTimeout(() => finish(false), probeTimeout);
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

function hasDisplay() {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A paper of the starter feed: its page is annotated before anything was fetched. */
function firstPaperId() {
  const { papers } = JSON.parse(readFileSync(join(root, 'public/starter-feed.json'), 'utf8'));
  return papers[0].id;
}

/** @param {string} executablePath */
async function leavePictures(executablePath) {
  const folder = join(root, '.output/demo');
  const web = await startStandIn();
  try {
    const files = await takePictures({ executablePath, extension, web, folder });
    console.log(`\nNo browser window was opened. Pictures of the extension at work on the stand-in web:`);
    for (const file of files) console.log(`  ${file}`);
  } finally {
    await web.close();
  }
}

/** @param {string} executablePath */
async function openWindow(executablePath) {
  const offline = args.includes('--offline') || !(await canReachArxiv());
  const web = offline ? await startStandIn() : undefined;
  const browser = await openChromium({ executablePath, extension, web, headless: false, viewport: null });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`https://arxiv.org/abs/${firstPaperId()}`).catch((error) => console.error(error.message));
  console.log(
    `\nA browser with Papergloss is open${offline ? ', on the stand-in web of this machine' : ''}. Close it to end.`,
  );
  console.log(`To keep the extension: open chrome://extensions, switch on developer mode, load ${extension}`);
  await new Promise((resolve) => browser.context.once('close', resolve));
  await browser.close();
  await web?.close();
}

const executablePath = await ensureChromium();
const built = await runTool(['wxt', 'wxt'], ['build'], { timeout: 240_000 });
if (!built.ok) process.exit(1);
if (args.includes('--pictures') || !hasDisplay()) await leavePictures(executablePath);
else await openWindow(executablePath);
