// @ts-check
// The stand-in web as tests, pictures and `npm start -- --offline` use it: arxiv.org, github.com and huggingface.co under their
// real names, out of one folder of feed days, with faults on demand; and a publisher whose papers no feed has.
import { createArxiv } from './arxiv.mjs';
import { createFaults } from './faults.mjs';
import { openFeedDays } from './feed-days.mjs';
import { createGithub, readmePapers } from './github.mjs';
import { serveThumbnail } from './hugging-face/thumbnail.mjs';
import { createHuggingFace } from './hugging-face.mjs';
import { openPapers } from './papers.mjs';
import { publisherPage, servePublisher } from './publisher.mjs';
import { withRealPages } from './real-pages.mjs';
import { startWeb } from './web.mjs';

/** Hosts the real pages load pictures, scripts and styles from: known, so that they fail at once, and empty. */
const emptyHosts = ['static.arxiv.org', 'github.githubassets.com', 'avatars.githubusercontent.com'];

/**
 * @typedef {import('./web.mjs').Web & {
 *   feed: import('./feed-days.mjs').FeedDays,
 *   faults: import('./faults.mjs').Faults,
 *   readmePaperIds: (slug: string) => string[],
 *   chooseRealPage: (file: string) => import('./real-pages.mjs').RealPage,
 * }} StandIn
 *   `readmePaperIds`: the papers a repository's README names, its own first;
 *   `chooseRealPage`: see real-pages.mjs, throws without `realPages`
 */

/**
 * @param {object} [options]
 * @param {string} [options.feedDir] folder of feed days; default: `FEED_DIR`, else the project's own
 * @param {string} [options.today] see feed-days.mjs, like the next two
 * @param {string} [options.shiftTo]
 * @param {boolean} [options.shift]
 * @param {number} [options.quota] API calls in five minutes before the feed answers 429
 * @param {import('./github.mjs').Layout} [options.githubLayout]
 * @param {import('./github.mjs').ColorMode} [options.githubColorMode]
 * @param {boolean} [options.realPages] serve `../shared/pages` at their addresses, before our own pages
 * @param {Record<string, import('./web.mjs').Site>} [options.sites] further hosts, or others in place of ours
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<StandIn>}
 */
export async function startStandIn({
  feedDir,
  today,
  shiftTo,
  shift,
  quota,
  githubLayout,
  githubColorMode,
  realPages = false,
  sites: moreSites = {},
  log,
} = {}) {
  const feed = openFeedDays({ folder: feedDir, today, shiftTo, shift });
  const faults = createFaults();
  const papers = openPapers(feed);
  const arxiv = createArxiv({ papers, faults });
  /** @type {import('./web.mjs').Site} */
  const empty = (_request, response) => void response.writeHead(404).end();

  const github = createGithub({ papers, layout: githubLayout, colorMode: githubColorMode });

  const own = {
    ...Object.fromEntries(emptyHosts.map((host) => [host, empty])),
    'arxiv.org': arxiv,
    'www.arxiv.org': arxiv,
    'export.arxiv.org': arxiv,
    'github.com': github,
    'gist.github.com': github,
    'huggingface.co': createHuggingFace({ feed, faults, quota }),
    'cdn-thumbnails.huggingface.co': serveThumbnail,
    [new URL(publisherPage).host]: servePublisher,
    ...moreSites,
  };
  const { sites, choose } = realPages
    ? withRealPages(own)
    : {
        sites: own,
        choose() {
          throw new Error('The stand-in web was started without real pages');
        },
      };
  const web = await startWeb({ sites, log });
  return {
    ...web,
    feed,
    faults,
    readmePaperIds: (slug) => readmePapers(papers, slug).map(({ id }) => id),
    chooseRealPage: choose,
  };
}
