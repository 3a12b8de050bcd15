// A list of Daily Papers as Markdown for a chat channel or a newsletter. Pure but for the reader's language; knows no view.
import { arxivPage, githubPage } from '../papers/paper-pages';
import { repoSlugFromUrl } from '../papers/repo-slug';
import { formatNumber } from '../text/format';
import { t } from '../text/translate';
import { oneLine, shownTitle } from './export-text';
import { escapeMarkdown } from './markdown-text';

export interface ListedPaper {
  id: string;
  title: string;
  upvotes?: number | undefined;
  summary?: string | undefined;
  /** `owner/name` on GitHub */
  repository?: string | undefined;
  organization?: string | undefined;
}

export interface ListToCopy {
  heading: string;
  papers: readonly ListedPaper[];
}

const plain = (text = '') => escapeMarkdown(oneLine(text));

/**
 * A heading, then an ordered list of links to arXiv in the order of `papers`, each with its summary, organization, upvotes and code where
 * they are known. Text of the feed shows as text, whatever it is; links lead to arXiv and GitHub only.
 */
export function listMarkdown({ heading, papers }: ListToCopy): string {
  const items = papers.map((paper, position) => `${position + 1}. ${itemText(paper)}`);
  return `${[`# ${plain(heading)}`, ...(items.length > 0 ? [items.join('\n')] : [])].join('\n\n')}\n`;
}

function itemText(paper: ListedPaper): string {
  const { id, organization, upvotes, repository } = paper;
  const facts = [
    ...(organization ? [plain(organization)] : []),
    ...(upvotes === undefined ? [] : [upvotesText(upvotes)]),
    ...(repository ? [t('copiedCode', repositoryLink(repository))] : []),
  ].filter(Boolean);
  const title = `[${escapeMarkdown(shownTitle(paper))}](${arxivPage(encodeURI(id))})`;
  const summary = plain(paper.summary);
  return [title, summary && `— ${summary}`, facts.length > 0 && `(${facts.join(', ')})`]
    .filter(Boolean)
    .join(' ');
}

const upvotesText = (upvotes: number): string =>
  upvotes === 1 ? t('copiedOneUpvote') : t('copiedUpvotes', formatNumber(upvotes));

/** What is no repository stays text: it would lead to who knows where. */
function repositoryLink(repository: string): string {
  const page = githubPage(repository);
  return repoSlugFromUrl(page) === repository ? `[${plain(repository)}](${page})` : plain(repository);
}
