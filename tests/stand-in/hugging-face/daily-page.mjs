// @ts-check
// A list of Daily Papers: one card a paper, with its thumbnail, upvotes and title.
import { html } from '../html.mjs';
import { huggingFacePage } from './page.mjs';

/** @param {import('../feed-days.mjs').FeedItem} item */
const paperCard = ({ paper }) => html`
  <article class="relative flex flex-col overflow-hidden rounded-xl border"><a href="/papers/${paper.id}" class="shadow-alternate-sm peer relative block h-56 w-full cursor-pointer overflow-hidden rounded-xl bg-white md:h-64" aria-label="${paper.title}"></a>
    <div class="-mt-2 flex bg-linear-to-b px-6 pb-6 pt-8"><div class="flex w-full gap-6">
      <div class="-mt-0.5"><div class="shadow-alternate flex h-14 w-12 flex-none flex-col items-center justify-center rounded-xl"><div class="leading-none">${paper.upvotes ?? '-'}</div></div></div>
      <div class="w-full"><h3 class="mb-1 text-lg/6 font-semibold"><a href="/papers/${paper.id}" class="line-clamp-3 cursor-pointer text-balance">${paper.title}</a></h3><div class="flex gap-6"><a class="flex truncate text-sm text-gray-400" href="/papers/${paper.id}#community">Comments</a></div></div>
    </div></div></article>`;

/** @param {string} title @param {import('../feed-days.mjs').FeedItem[]} items */
export const dailyPage = (title, items) =>
  huggingFacePage(
    title,
    html`<div class="SVELTE_HYDRATER contents" data-target="DailyPapers"><section class="container relative mb-20 mt-8"><h1 class="text-2xl font-semibold"><a href="/papers">${title}</a></h1><div class="relative grid grid-cols-1 gap-14 lg:grid-cols-2">${items.map(paperCard)}</div></section></div>`,
  );
