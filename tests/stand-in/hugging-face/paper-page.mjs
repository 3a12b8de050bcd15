// @ts-check
// The page of one paper: title, upvotes, abstract, buttons, and a comment that names another paper.
import { html } from '../html.mjs';
import { huggingFacePage } from './page.mjs';

/** @typedef {import('../feed-days.mjs').FeedItem} FeedItem */

/** @param {FeedItem} item @param {FeedItem} [similar] named in a comment */
export const paperPage = ({ paper }, similar) =>
  huggingFacePage(
    `Paper page - ${paper.title}`,
    html`<div class="SVELTE_HYDRATER contents" data-target="PaperPage"><section class="container relative pt-8">
  <div class="text-gray-500"><a href="/papers">Papers</a> <a href="https://arxiv.org/abs/${paper.id}">arxiv:${paper.id}</a></div>
  <h1 class="mb-2 text-2xl font-semibold sm:text-3xl">${paper.title}</h1>
  <p><a class="shadow-alternate btn" href="/login?next=%2Fpapers%2F${paper.id}">Upvote ${paper.upvotes ?? 0}</a></p>
  <h2 class="font-semibold">Abstract</h2><p class="text-gray-600">${paper.summary}</p>
  <div class="flex flex-wrap gap-2"><a class="btn inline-flex h-9 items-center" href="https://arxiv.org/abs/${paper.id}">View arXiv page</a><a class="btn inline-flex h-9 items-center" href="https://arxiv.org/pdf/${paper.id}">View PDF</a>${paper.githubRepo && html`<a class="btn inline-flex h-9 items-center" href="${paper.githubRepo}">GitHub</a>`}</div>
  <h3 id="community" class="font-semibold">Community</h3>
  ${similar && html`<div class="prose hf-sanitized break-words"><p>Close to this one:</p><ul><li><a rel="nofollow" href="https://huggingface.co/papers/${similar.paper.id}">${similar.paper.title}</a></li></ul></div>`}
</section></div>`,
  );
