// @ts-check
// The stand-in for github.com and gist.github.com: repository pages of any `owner/name` in both layouts and the pages behind them,
// lists of repositories, gists; under GitHub's kind of content policy and with its kinds of navigation (see github/navigation.js).
// Any page takes `?layout=classic|react` and `?color-mode=auto|light|dark`, which go before the options of the site.
import {
  discussionContent,
  gistContent,
  pullContent,
  releaseContent,
  wikiContent,
} from './github/conversation-pages.mjs';
import { issueContent } from './github/issue-page.mjs';
import { searchContent, starsContent, topicContent, trendingContent } from './github/listing-page.mjs';
import { createPolicy, githubPage, githubStyle } from './github/page.mjs';
import { readme } from './github/readme.mjs';
import { markdownFileContent, repositoryContent } from './github/repository-page.mjs';
import { sendPage } from './html.mjs';

/** @typedef {import('./papers.mjs').PagePaper} PagePaper */
/** @typedef {import('./github/page.mjs').ColorMode} ColorMode */
/** @typedef {'classic' | 'react'} Layout */
/** @typedef {{ slug?: string, tab: 'code' | 'issues', content: unknown }} Page */

/** A README names so many papers at least: its own, and related work from the newest days. */
const papersInReadme = 6;

/** A list holds so many repositories at most, of so many newest papers. */
const listed = { repositories: 10, papers: 30 };

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
 * Answers for gist.github.com, too.
 * @param {object} options
 * @param {import('./papers.mjs').Papers} options.papers
 * @param {Layout} [options.layout]
 * @param {ColorMode} [options.colorMode]
 * @returns {import('./web.mjs').Site}
 */
export function createGithub({ papers, layout = 'react', colorMode = 'auto' }) {
  /**
   * @param {string} slug @param {string[]} rest the path behind the repository @param {Layout} shownLayout
   * @returns {Page | undefined} undefined where there is no such page
   */
  function repositoryPage(slug, rest, shownLayout) {
    const named = readmePapers(papers, slug);
    const about = named[0]?.from === 'made-up' || !named[0] ? 'A repository' : `Code for: ${named[0].title}`;
    const repository = { slug, about, readme: readme(slug, named) };
    const [view, ...where] = rest;
    /** @param {unknown} content @returns {Page} */
    const code = (content) => ({ slug, tab: 'code', content });
    if (view === undefined || view === 'tree') return code(repositoryContent(repository, shownLayout));
    if (view === 'blob' && where.at(-1)?.endsWith('.md')) {
      return code(markdownFileContent(repository, where.slice(1).join('/')));
    }
    const [linked, written] = named;
    if (!linked || !written) return undefined;
    const both = { slug, linked, written };
    const isNumbered = /^\d+$/.test(where[0] ?? '');
    if (view === 'issues' && isNumbered) return { slug, tab: 'issues', content: issueContent(slug, linked) };
    if (view === 'pull' && isNumbered) return code(pullContent(both));
    if (view === 'discussions' && isNumbered) return code(discussionContent(both));
    if (view === 'wiki') return code(wikiContent(both));
    return view === 'releases' ? code(releaseContent(both)) : undefined;
  }

  /** @param {URL} url @returns {Page | undefined} */
  function listPage({ pathname, searchParams }) {
    const withCode = papers
      .newest(listed.papers)
      .flatMap((paper) => (paper.repository ? [{ ...paper, repository: paper.repository }] : []))
      .slice(0, listed.repositories);
    const [first = '', second] = pathname.split('/').filter(Boolean);
    /** @param {unknown} content @returns {Page} */
    const list = (content) => ({ tab: 'code', content });
    if (first === 'trending') return list(trendingContent(withCode));
    if (first === 'topics' && second) return list(topicContent(second, withCode));
    if (first === 'search') return list(searchContent(withCode));
    if (first === 'stars' && second) return list(starsContent(second, withCode));
    return first && !second && searchParams.get('tab') === 'stars'
      ? list(starsContent(first, withCode))
      : undefined;
  }

  /** @returns {Page | undefined} */
  function gistPage() {
    const [linked, written] = papers.newest(2);
    return (
      linked && written && { tab: 'code', content: gistContent({ slug: 'a-reader/notes', linked, written }) }
    );
  }

  /** @param {URL} url @param {Layout} shownLayout @returns {Page | undefined} */
  function pageAt(url, shownLayout) {
    const [owner, name, ...rest] = url.pathname.split('/').filter(Boolean);
    if (url.hostname === 'gist.github.com') return owner && name ? gistPage() : undefined;
    const isList = listPage(url);
    if (isList || !owner || !name) return isList;
    return repositoryPage(`${owner}/${name}`, rest, shownLayout);
  }

  return (_request, response, url) => {
    if (url.pathname === githubStyle.path) return githubStyle.serve(response);
    const { nonce, headers } = createPolicy();
    const page = pageAt(url, (url.searchParams.get('layout') ?? layout) === 'classic' ? 'classic' : 'react');
    const askedMode = url.searchParams.get('color-mode');
    const frame = {
      nonce,
      colorMode: askedMode === 'light' || askedMode === 'dark' ? askedMode : colorMode,
      title: page ? `GitHub - ${page.slug ?? url.pathname.slice(1)}` : 'Page not found · GitHub',
      slug: page?.slug,
      tab: page?.tab ?? 'code',
      content: page?.content ?? 'This is not the page you are looking for.',
    };
    sendPage(response, githubPage(frame), { status: page ? 200 : 404, headers });
  };
}
