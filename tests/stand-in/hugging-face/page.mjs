// @ts-check
// The frame of a page of Hugging Face: head, header, main part, footer. Structure and class names are the site's; words are our own.
import { html } from '../html.mjs';
import { styleSheet } from '../style-sheet.mjs';

export const huggingFaceStyle = styleSheet(
  '/front/stand-in/style.css',
  new URL('./hugging-face.css', import.meta.url),
);

/** @param {string} title @param {unknown} content what `main` holds */
export const huggingFacePage = (title, content) => html`<html lang="en" class="">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="${huggingFaceStyle.path}"></head>
<body class="flex flex-col min-h-dvh bg-white dark:bg-gray-950 text-black">
<div class="SVELTE_HYDRATER contents" data-target="MainHeader"><header class="border-b border-gray-100"><a class="font-semibold" href="/">Stand-in for Hugging Face, served on this machine</a> <nav><a href="/papers">Papers</a></nav></header></div>
<main class="flex flex-1 flex-col">${content}</main>
<footer class="text-gray-500">Not Hugging Face</footer>
</body>
</html>`;
