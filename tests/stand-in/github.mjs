// @ts-check
// The stand-in for github.com: repository pages of any `owner/name` in both layouts, their README as a file, and an issue; under
// GitHub's kind of content policy and with its kinds of navigation (see github/navigation.js).
// Any page takes `?layout=classic|react` and `?color-mode=auto|light|dark`, which go before the options of the site.
import { issueContent } from './github/issue-page.mjs';
import { createPolicy, githubPage, githubStyle } from './github/page.mjs';
import { readme } from './github/readme.mjs';
import { markdownFileContent, repositoryContent } from './github/repository-page.mjs';
import { sendPage } from './html.mjs';

/** @typedef {import('./papers.mjs').PagePaper} PagePaper */
/** @typedef {import('./github/page.mjs').ColorMode} ColorMode */
/** @typedef {'classic' | 'react'} Layout */

/** A README names so many papers at least: its own, and related work from the newest days. */
const papersInReadme = 4;

/**
 * The papers a stand-in README names, its own first.
 * @param {import('./papers.mjs').Papers} papers @param {string} slug
 * @returns {PagePaper[]}
 */
export function readmePapers(papers, slug) {
  const own = papers.ofRepository(slug);
  const ownIds = new Set(own.map(({ id }) => id));
  const related = papers.newest(papersInReadme + own.length).filter(({ id }) => !ownIds.has(id));
  return [...own, ...related].slice(0, Math.max(papersInReadme, own.length));
}

/**
 * @param {object} options
 * @param {import('./papers.mjs').Papers} options.papers
 * @param {Layout} [options.layout]
 * @param {ColorMode} [options.colorMode]
 * @returns {import('./web.mjs').Site}
 */
export function createGithub({ papers, layout = 'react', colorMode = 'auto' }) {
  /**
   * @param {string} slug @param {string[]} rest the path behind the repository @param {Layout} shownLayout
   * @returns {{ tab: 'code' | 'issues', content: unknown } | undefined} undefined where there is no such page
   */
  function contentOf(slug, rest, shownLayout) {
    const named = readmePapers(papers, slug);
    const about = named[0]?.from === 'made-up' || !named[0] ? 'A repository' : `Code for: ${named[0].title}`;
    const repository = { slug, about, readme: readme(slug, named) };
    const [view, ...where] = rest;
    if (view === undefined || view === 'tree')
      return { tab: 'code', content: repositoryContent(repository, shownLayout) };
    if (view === 'blob' && where.at(-1)?.endsWith('.md')) {
      return { tab: 'code', content: markdownFileContent(repository, where.slice(1).join('/')) };
    }
    const paper = named[0];
    if (view === 'issues' && /^\d+$/.test(where[0] ?? '') && paper) {
      return { tab: 'issues', content: issueContent(slug, paper) };
    }
    return undefined;
  }

  return (_request, response, url) => {
    if (url.pathname === githubStyle.path) return githubStyle.serve(response);
    const { nonce, headers } = createPolicy();
    const query = url.searchParams;
    const [owner, name, ...rest] = url.pathname.split('/').filter(Boolean);
    const shownLayout = query.get('layout') ?? layout;
    const slug = `${owner ?? ''}/${name ?? ''}`;
    const page =
      owner && name ? contentOf(slug, rest, shownLayout === 'classic' ? 'classic' : 'react') : undefined;
    const askedMode = query.get('color-mode');
    const frame = {
      slug,
      nonce,
      colorMode: askedMode === 'light' || askedMode === 'dark' ? askedMode : colorMode,
      title: page ? `GitHub - ${slug}` : 'Page not found · GitHub',
      tab: page?.tab ?? 'code',
      content: page?.content ?? 'This is not the page you are looking for.',
    };
    sendPage(response, githubPage(frame), { status: page ? 200 : 404, headers });
  };
}
