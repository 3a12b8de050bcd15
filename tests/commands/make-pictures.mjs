// @ts-check
// `npm run pictures`: builds, and leaves pictures of every surface, light and dark, in .output/pictures; those for the stores in its `store`.
//   --no-build   of the build that is there
//   --readme     also puts the four that README.md shows into .github/pictures
import { copyFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { ensureChromium } = await import('../drivers/browsers.mjs');
const { startStandIn } = await import('../stand-in/stand-in.mjs');
const { takePictures } = await import('./pictures.mjs');
const { drawStorePictures } = await import('./store/draw-pictures.mjs');
const { runTool } = await import('./tools.mjs');

// Stores and README show the made-up days of the project, and nobody's texts.
delete process.env.FEED_DIR;

const folder = join(root, '.output/pictures');
/** What README.md shows, by its name there: four of those for the stores. */
const shown = { card: '1-card', popup: '2-popup', 'github-card': '3-github', library: '4-reading-list' };
const executablePath = await ensureChromium();
if (!process.argv.includes('--no-build')) {
  const built = await runTool(['wxt', 'wxt'], ['build'], { timeout: 240_000 });
  if (!built.ok) process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
const web = await startStandIn();
try {
  const extension = join(root, '.output/chrome-mv3');
  const files = await takePictures({ executablePath, extension, web, folder });
  files.push(
    ...(await drawStorePictures({ executablePath, pictures: folder, folder: join(folder, 'store') })),
  );
  for (const file of files) console.log(relative(root, file));
  if (process.argv.includes('--readme')) {
    for (const [name, picture] of Object.entries(shown))
      copyFileSync(join(folder, 'store', `${picture}.png`), join(root, `.github/pictures/${name}.png`));
  }
} finally {
  await web.close();
}
