// What an opened row tells of a paper: abstract, authors, keywords, upvotes, related papers. What is not known is left out.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RelatedPaper } from '../../lib/papers/card-data';
import type { PaperDetails } from '../../lib/papers/paper-details';
import { arxivPage } from '../../lib/papers/paper-pages';
import { formatDay } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { RelatedMarks } from '../card/RelatedMarks';
import { reasonsText } from '../card/related-reasons';
import { UpvoteMomentum } from '../momentum/UpvoteMomentum';
import type { PaperRowProps } from './PaperRow';
import type { RowPaper } from './row-paper';
import { TabLink } from './TabLink';

interface DetailsContentProps extends Pick<PaperRowProps, 'onOpen'> {
  paper: RowPaper;
  details: PaperDetails;
}

/** One paper had 664 authors. */
const authorsAtFirst = 12;

const relatedAtMost = 5;

/** Texts of the feed beside each other, each of which may run in its own direction and turns none of the others around. */
function Isolated({ texts, between }: { texts: readonly string[]; between: string }) {
  return texts.map((text, index) => [index > 0 && between, <bdi key={`${index} ${text}`}>{text}</bdi>]);
}

function Authors({ names }: { names: string[] }) {
  const [all, setAll] = useState(false);
  const rest = names.length - authorsAtFirst;
  const isFolded = rest > 0 && !all;
  return (
    <>
      <Isolated texts={isFolded ? names.slice(0, authorsAtFirst) : names} between=", " />
      {isFolded && (
        <>
          {' '}
          <button type="button" class="unfold" onClick={() => setAll(true)}>
            {t('cardsMore', rest)}
          </button>
        </>
      )}
    </>
  );
}

function Related({ related, onOpen }: { related: RelatedPaper[]; onOpen: PaperRowProps['onOpen'] }) {
  return (
    <ul class="near">
      {related.map(({ id, title, reasons, saved, seen }) => (
        <li key={id}>
          <span dir="auto">
            <TabLink href={arxivPage(id)} onOpen={onOpen}>
              {title}
            </TabLink>{' '}
            <RelatedMarks saved={saved} seen={seen} />
          </span>
          <span class="why clipped" title={reasonsText(reasons)}>
            {reasonsText(reasons)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

function factsOf(
  { organization, comments, stars }: RowPaper,
  { rank, rankOf, day, publishedAt }: PaperDetails,
) {
  return [
    rank && rankOf && t('rankOfDay', rank, rankOf),
    day && formatDay(day),
    publishedAt && publishedAt !== day && t('detailsPublished', formatDay(publishedAt)),
    organization,
    comments && counted(comments, 'cardOneComment', 'cardComments'),
    stars !== undefined && counted(stars, 'cardOneStar', 'cardStars'),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
}

export function DetailsContent({ paper, details, onOpen }: DetailsContentProps) {
  const { abstract, authors, keywords, upvoteHistory } = details;
  const related = details.related.filter(({ reasons }) => reasonsText(reasons)).slice(0, relatedAtMost);
  const facts = factsOf(paper, details);
  return (
    <>
      {abstract && (
        <p class="abstract" dir="auto">
          {abstract}
        </p>
      )}
      <dl>
        {authors.length > 0 && (
          <Field name={t('detailsAuthors')}>
            <Authors names={authors} />
          </Field>
        )}
        {keywords.length > 0 && (
          <Field name={t('detailsKeywords')}>
            <Isolated texts={keywords} between=", " />
          </Field>
        )}
        {facts.length > 0 && (
          <Field name={t('detailsListed')}>
            <Isolated texts={facts} between={'\u00a0· '} />
          </Field>
        )}
        {upvoteHistory.length > 1 && (
          <Field name={t('detailsUpvotes')}>
            <UpvoteMomentum points={upvoteHistory} />
          </Field>
        )}
        {related.length > 0 && (
          <Field name={t('related')}>
            <Related related={related} onOpen={onOpen} />
          </Field>
        )}
      </dl>
    </>
  );
}
