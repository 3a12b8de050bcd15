// What kinds of page are called, by the id of their adapter. One that has no name yet goes by its id.
import { type MessageKey, t } from '../../lib/text/translate';

const names: Record<string, MessageKey | undefined> = {
  alphaxiv: 'kindAlphaxiv',
  'any-page': 'kindAnyPage',
  'arxiv-abstract': 'kindArxivAbstract',
  'arxiv-author': 'kindArxivAuthor',
  'arxiv-html': 'kindArxivHtml',
  'arxiv-listing': 'kindArxivListing',
  'arxiv-other': 'kindArxivOther',
  'arxiv-pdf': 'kindArxivPdf',
  'arxiv-search': 'kindArxivSearch',
  'github-header': 'kindGithubHeader',
  'github-listing': 'kindGithubListing',
  'github-markdown': 'kindGithubMarkdown',
  'github-repository': 'kindGithubRepository',
  'huggingface-daily': 'kindHuggingfaceDaily',
  'huggingface-paper': 'kindHuggingfacePaper',
};

export function adapterName(id: string): string {
  const key = Object.hasOwn(names, id) ? names[id] : undefined;
  return key ? t(key) : id;
}
