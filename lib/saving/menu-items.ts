// The entries of the browser's context menu, and where they show: at addresses that can name a paper, and nowhere else. Data only.
import type { Menus } from 'webextension-polyfill';
import { t } from '../text/translate';

/** Where `paperIdFromUrl` reads papers. Lists and search pages of these sites are left out. */
export const paperAddresses: string[] = [
  ...['abs', 'pdf', 'html', 'ps', 'src', 'e-print', 'format'].map((form) => `*://*.arxiv.org/${form}/*`),
  '*://huggingface.co/papers/*',
  '*://hf.co/papers/*',
  '*://*.alphaxiv.org/*/*',
  '*://ar5iv.org/*/*',
  '*://doi.org/10.48550/*',
  '*://dx.doi.org/10.48550/*',
  '*://scirate.com/arxiv/*',
  '*://papers.cool/arxiv/*',
  '*://www.emergentmind.com/papers/*',
];

/** Where `repoSlugFromUrl` reads repositories. */
export const repositoryAddresses: string[] = ['*://github.com/*/*'];

/** What the items are called in the browser's events. */
export const linkItem = 'save-link';
export const pageItem = 'save-page';

export type MenuItem = Menus.CreateCreatePropertiesType & { id: string };

/** Called when texts can be read, and not before. */
export function menuItems(): MenuItem[] {
  return [
    {
      id: linkItem,
      title: t('menuSaveLink'),
      contexts: ['link'],
      targetUrlPatterns: [...paperAddresses, ...repositoryAddresses],
    },
    { id: pageItem, title: t('menuSavePage'), contexts: ['page'], documentUrlPatterns: paperAddresses },
  ];
}
