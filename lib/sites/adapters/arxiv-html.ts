// Papers as HTML, on arXiv and on ar5iv (both made by LaTeXML): a card at the top, badges in text, footnotes and references.
import { arxivHosts, pagesOfOnePaper, paperOfPath } from '../arxiv-page';
import { mentionsIn } from '../mentions-in';
import type { Place, SiteAdapter } from '../types';

/** Below the authors; where a conversion has lost them, below the title; where it has failed, in what there is of an article. */
function topOf(root: ParentNode): Place | undefined {
  const head = root.querySelector('.ltx_authors') ?? root.querySelector('.ltx_title_document');
  if (head) return { element: head, position: 'after' };
  const article = root.querySelector('.ltx_document') ?? root.querySelector('.ltx_page_content');
  return article ? { element: article, position: 'append' } : undefined;
}

/** What LaTeXML calls the pieces of running text. */
const texts =
  '.ltx_p,.ltx_bibitem,.ltx_caption,.ltx_td,.ltx_title,.ltx_authors,.ltx_acknowledgements,.ltx_listingline';

const adapter: SiteAdapter = {
  id: 'arxiv-html',
  hosts: [...arxivHosts, 'https://ar5iv.org/*'],
  ...pagesOfOnePaper('html'),

  findMentions(root, url) {
    const target = paperOfPath(url);
    const parts = root.querySelectorAll('.ltx_page_content, .arxiv-html-footer');
    const others = mentionsIn(parts, url, { except: [target], text: root.querySelectorAll(texts) });
    const place = topOf(root);
    if (!target || !place) return others;
    // The line with the identifier has room; on ar5iv there is none.
    const title = root.querySelector('#watermark-tr') ?? root.querySelector('.ltx_title_document');
    const quietPlace: Place | undefined = title ? { element: title, position: 'append' } : undefined;
    return [{ target, form: 'card', place, quietPlace, quietForm: 'badge' }, ...others];
  },

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://arxiv.org/html/2412.17747',
      'https://arxiv.org/html/2412.17747v2#S3',
      'https://ar5iv.labs.arxiv.org/html/hep-th/9901001',
      'https://ar5iv.org/abs/2412.17747',
      'https://ar5iv.org/pdf/2412.17747',
    ],
    inactive: [
      'https://arxiv.org/html/',
      'https://arxiv.org/abs/2412.17747',
      'https://ar5iv.org/',
      'https://ar5iv.labs.arxiv.org/log/2412.17747',
    ],
  },
};

export default adapter;
