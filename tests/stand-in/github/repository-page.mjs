// @ts-check
// The content of a repository's front page in its two layouts: `classic` (server-rendered, `Layout-sidebar` with `BorderGrid`) and
// `react` (the layout of 2026, CSS modules with hashed class names); and of a rendered markdown file.
import { html, raw } from '../html.mjs';

/**
 * @typedef {object} Repository
 * @property {string} slug `owner/name`
 * @property {string} about
 * @property {unknown} readme the article element
 */

const files = ['assets', 'configs', 'src', 'tests', 'LICENSE', 'README.md', 'pyproject.toml'];

/** @param {string} slug @param {string} file */
const fileAddress = (slug, file) =>
  `/${slug}/${file.includes('.') || file === 'LICENSE' ? 'blob' : 'tree'}/main/${file}`;

/** The script navigates within the React part, as GitHub does between a repository and its files. */
const softLink = raw('data-soft-nav');

/** @param {string} slug @param {string} file */
const fileRow = (slug, file) => html`
        <tr class="react-directory-row undefined"><td class="react-directory-row-name-cell-large-screen" colspan="1"><div class="react-directory-filename-column"><div class="react-directory-filename-cell"><a title="${file}" class="Link--primary" href="${fileAddress(slug, file)}" ${file === 'README.md' && softLink}>${file}</a></div></div></td>
        <td><div class="react-directory-commit-message"><span>Tidy up ${file}</span></div></td><td><div class="react-directory-commit-age">last month</div></td></tr>`;

/** @param {string} slug */
const fileTable = (slug) => html`<div data-hpc="true">
      <h2 class="sr-only ScreenReaderHeading-module__userSelectNone__rwWIk prc-Heading-Heading-MtWFE" data-testid="screen-reader-heading" id="folders-and-files">Folders and files</h2>
      <table aria-labelledby="folders-and-files" class="Table-module__Box__HZKiQ"><thead class="DirectoryContent-module__OverviewHeaderRow__hOrKy sr-only"><tr><th>Name</th><th>Last commit message</th><th>Last commit date</th></tr></thead>
      <tbody>${files.map((file) => fileRow(slug, file))}
      </tbody></table></div>`;

/** @param {unknown} article */
const readmeBox = (
  article,
) => html`<div class="OverviewRepoFiles-module__Box_1__OXeac"><div class="OverviewRepoFiles-module__Box_2__zsLGk">
      <div itemscope="" itemtype="https://schema.org/abstract" class="OverviewRepoFiles-module__Box_3__bBU1C"><h2 class="sr-only">Repository files navigation</h2>
        <nav class="prc-UnderlineNav-UnderlineWrapper-GWONT" aria-label="Repository files"><span data-component="text" data-content="README">README</span></nav></div>
      <div class="js-snippet-clipboard-copy-unpositioned DirectoryRichtextContent-module__SharedMarkdownContent__BTVxQ" data-hpc="true">${article}</div>
    </div></div>`;

const languageBar = html`<span class="Progress"><span style="background-color:#3572A5 !important;width: 92.8%;" itemprop="keywords" aria-label="Python 92.8" class="Progress-item color-bg-success-emphasis"></span><span style="background-color:#89e051 !important;width: 7.2%;" itemprop="keywords" aria-label="Shell 7.2" class="Progress-item color-bg-success-emphasis"></span></span>`;

/** @param {Repository} repository */
const classicSidebar = ({
  slug,
  about,
}) => html`<div data-view-component="true" class="Layout-sidebar"><div class="BorderGrid about-margin" data-pjax>
      <div class="BorderGrid-row"><div class="BorderGrid-cell"><div class="hide-sm hide-md">
        <h2 class="mb-3 h4">About</h2><p class="f4 my-3">${about}</p>
        <h3 class="sr-only">Resources</h3><div class="mt-2"><a class="Link--muted" href="#readme-ov-file">Readme</a></div>
        <h3 class="sr-only">License</h3><div class="mt-2"><a href="#MIT-1-ov-file" class="Link--muted">MIT license</a></div>
        <h3 class="sr-only">Stars</h3><div class="mt-2"><a href="/${slug}/stargazers" class="Link Link--muted"><strong>1.2k</strong> stars</a></div>
      </div></div></div>
      <div class="BorderGrid-row"><div class="BorderGrid-cell"><h2 class="h4 mb-3"><a href="/${slug}/releases" class="Link--primary no-underline Link">Releases</a></h2><div class="text-small color-fg-muted">No releases published</div></div></div>
      <div class="BorderGrid-row"><div class="BorderGrid-cell"><h2 class="h4 mb-3">Languages</h2><div class="mb-2">${languageBar}</div><div class="text-small">Python 92.8%</div></div></div>
    </div></div>`;

/** @param {string} title @param {unknown} content @param {string} [more] further classes */
const section = (title, content, more = '') => html`
        <div class="SidebarSection-module__sidebarSection__e8jFN${more}"><h2 class="SidebarSection-module__sectionHeading__TG36m prc-Heading-Heading-MtWFE" data-variant="small" data-component="Heading"><span>${title}</span></h2>${content}</div>`;

/** @param {Repository} repository */
const reactSidebar = ({
  slug,
  about,
}) => html`<div class="prc-PageLayout-PaneWrapper-pHPop pr-2" data-position="end"><div class="prc-PageLayout-Pane-AyzHK" data-component="SplitPageLayout.Pane"><div class="CodeViewSidebar-module__borderGrid__Lpx5q">${section(
  'About',
  html`<p class="SidebarAbout-module__description__xTkIP prc-Text-Text-9mHv3" data-component="Text">${about}</p>
          <div class="mt-2"><a class="prc-Link-Link-9ZwDx" data-component="Link" data-muted="true" href="#readme-ov-file"><span>Readme</span></a></div>
          <div class="mt-2"><a class="prc-Link-Link-9ZwDx" data-component="Link" data-muted="true" href="#MIT-1-ov-file"><span>MIT license</span></a></div>
          <div class="mt-2"><span class="SidebarAbout-module__socialStat__nnJPx"><strong>1.2k</strong> stars</span></div>`,
  ' hide-sm hide-md border-0',
)}${section('Releases', html`<div class="text-small color-fg-muted"><a href="/${slug}/releases">No releases published</a></div>`)}${section('Languages', html`<div class="mb-2">${languageBar}</div><div class="text-small">Python 92.8%</div>`)}
      </div></div></div>`;

/** @param {Repository} repository */
const classicLayout = (
  repository,
) => html`<div id="repo-content-pjax-container" class="repository-content"><h1 class="sr-only">${repository.slug}</h1>
    <div class="clearfix container-xl px-md-4 px-lg-5 px-3"><div><div style="max-width: 100%" data-view-component="true" class="Layout Layout--flowRow-until-md react-repos-overview-margin Layout--sidebarPosition-end Layout--sidebarPosition-flowRow-end">
    <div data-view-component="true" class="Layout-main"><react-partial partial-name="repos-overview" data-ssr="true"><div data-target="react-partial.reactRoot">
    ${fileTable(repository.slug)}
    ${readmeBox(repository.readme)}
    </div></react-partial></div>
    ${classicSidebar(repository)}
    </div></div></div></div>`;

/** @param {unknown} content what React draws */
const reactApp = (content) =>
  html`<div id="repo-content-pjax-container" class="repository-content"><react-app app-name="code-view" style="display: block; min-height: calc(100vh - 64px);" data-ssr="true"><div data-target="react-app.reactRoot">${content}</div></react-app></div>`;

/** @param {Repository} repository */
const reactLayout = (repository) =>
  reactApp(html`<div class="prc-PageLayout-PageLayoutRoot--KH-d container-xl" data-component="SplitPageLayout"><div class="prc-PageLayout-PageLayoutContent-BneH9">
    <div data-component="SplitPageLayout.Content" class="prc-PageLayout-ContentWrapper-gR9eG"><div class="prc-PageLayout-Content-xWL-A" data-width="large"><div class="OverviewContent-module__Box__PF75K tmp-pl-lg-3 mt-0"><div class="OverviewContent-module__Box_11__F19kY">
    ${fileTable(repository.slug)}
    </div>
    ${readmeBox(repository.readme)}
    </div></div></div>
    ${reactSidebar(repository)}
  </div></div>`);

/** @param {Repository} repository @param {'classic' | 'react'} layout */
export const repositoryContent = (repository, layout) =>
  layout === 'classic' ? classicLayout(repository) : reactLayout(repository);

/** The page of one markdown file, always in the layout of 2026. @param {Repository} repository @param {string} file */
export const markdownFileContent = ({ slug, readme }, file) =>
  reactApp(html`<div class="prc-PageLayout-PageLayoutRoot--KH-d container-xl"><nav class="mb-3" aria-label="Breadcrumbs"><a href="/${slug}" ${softLink}>${slug.split('/')[1]}</a> / ${file}</nav>
    <div class="Box-body"><div class="js-snippet-clipboard-copy-unpositioned">${readme}</div></div></div>`);
