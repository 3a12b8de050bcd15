// @ts-check
// The content of an issue: one comment in rendered markdown that names a paper and a repository.
import { html } from '../html.mjs';

/** @param {string} slug @param {import('../papers.mjs').PagePaper} paper */
export const issueContent = (
  slug,
  paper,
) => html`<div id="repo-content-pjax-container" class="repository-content"><div class="clearfix container-xl px-3 px-md-4 px-lg-5 mt-4"><div id="show_issue" class="js-issues-results">
    <h1 class="gh-header-title mb-2 lh-condensed f1 mr-0 flex-auto wb-break-word"><span class="js-issue-title markdown-title">The numbers differ from the paper</span> <span class="f1-light color-fg-muted">#1</span></h1>
    <div id="discussion_bucket"><div class="Layout-main"><div class="js-discussion"><div class="TimelineItem js-comment-container"><div class="timeline-comment-group TimelineItem-body"><div class="timeline-comment comment">
      <div class="timeline-comment-header clearfix"><h3 class="timeline-comment-header-text f5 text-normal"><strong>a-reader</strong> commented</h3></div>
      <div class="edit-comment-hide"><task-lists><table class="d-block user-select-contain"><tbody class="d-block"><tr class="d-block"><td class="d-block comment-body markdown-body js-comment-body">
        <p dir="auto">I ran the code of <a href="https://github.com/${slug}">${slug}</a> and get other numbers than <a href="https://arxiv.org/abs/${paper.id}" rel="nofollow">the paper</a> does. Which seed was used?</p>
      </td></tr></tbody></table></task-lists></div>
    </div></div></div></div></div></div>
  </div></div></div>`;
