// @ts-check
// Which papers the stand-in's lists hold: papers of the feed, papers nobody picked up, or both as on a day of arXiv.

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

/** Numbers June 2026 never reached: made up, and of no feed. */
const firstUnknown = 70_000;

/**
 * @param {import('../papers.mjs').Papers} papers
 * @param {number} count
 * @param {string | null} known `0`: none of them is in the feed; `all`: all of them are, and a feed with fewer papers than `count`
 *   is listed again from its beginning; otherwise two of three are, as long as there are any
 * @returns {PagePaper[]}
 */
export function listedPapers(papers, count, known) {
  // The feed holds items that are no papers of arXiv.
  const picked = known === '0' ? [] : papers.newest(count).filter(({ id }) => papers.find(id));
  const all = known === 'all' && picked.length > 0;
  /** @type {PagePaper[]} */
  const listed = [];
  let unknown = 0;
  for (let index = 0; listed.length < count; index++) {
    const next = all ? picked[index % picked.length] : index % 3 === 2 ? undefined : picked[index - unknown];
    const paper = next ?? papers.find(`2606.${firstUnknown + unknown++}`);
    if (!paper) throw new Error(`There are no ${count} papers to list`);
    listed.push(paper);
  }
  return listed;
}
