// A row opened in place: everything the cache has of a paper, and every way to it. Asks for it once it is drawn; the feed's texts stay
// texts.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { arxivPage, arxivPdf, githubPage, huggingFacePage } from '../../lib/papers/paper-pages';
import { t } from '../../lib/text/translate';
import { failureText } from '../page/failure-text';
import { DetailsContent } from './DetailsContent';
import type { PaperRowProps } from './PaperRow';
import { TabLink } from './TabLink';
import { type DetailsState, useDetails } from './use-details';

interface PaperDetailsProps
  extends Pick<PaperRowProps, 'paper' | 'onOpen'>,
    Pick<Required<PaperRowProps>, 'readDetails'> {
  elementId: string;
  onKeyDown(event: KeyboardEvent): void;
}

function stateText(known: DetailsState): string {
  if (known.state === 'failed') return t('detailsFailed', failureText(known.failure));
  return t(known.state === 'gone' ? 'detailsGone' : 'detailsReading');
}

function Links({ paper, onOpen }: Pick<PaperRowProps, 'paper' | 'onOpen'>) {
  const { id, repository, projectPage } = paper;
  const links: [name: string, href: string | undefined][] = [
    ['arXiv', arxivPage(id)],
    ['PDF', arxivPdf(id)],
    ['Hugging Face', huggingFacePage(id)],
    ['GitHub', repository && githubPage(repository)],
    [t('projectPage'), projectPage],
  ];
  return (
    <ul class="details-links">
      {links.map(
        ([name, href]) =>
          href?.startsWith('https://') && (
            <li key={name}>
              <TabLink href={href} onOpen={onOpen}>
                {name}
              </TabLink>
            </li>
          ),
      )}
    </ul>
  );
}

export function PaperDetails({ elementId, paper, readDetails, onOpen, onKeyDown }: PaperDetailsProps) {
  const known = useDetails(paper.id, readDetails, paper.fetchedAt);
  const section = useRef<HTMLElement>(null);
  const isReading = known.state === 'reading';
  // Whoever opened the last row in sight with a key would see nothing of it. Under a pointer nothing moves.
  useLayoutEffect(() => {
    const row = section.current?.closest('[data-row]');
    if (!isReading && row?.querySelector(':focus-visible')) row.scrollIntoView({ block: 'nearest' });
  }, [isReading]);
  const projectPage = paper.projectPage ?? (known.state === 'read' ? known.details.projectPage : undefined);
  return (
    <section
      ref={section}
      id={elementId}
      class="details"
      aria-label={t('detailsOf', paper.title)}
      aria-busy={isReading}
      onKeyDown={onKeyDown}
    >
      {known.state === 'read' ? (
        <DetailsContent paper={paper} details={known.details} onOpen={onOpen} />
      ) : (
        <p class={isReading ? 'details-state reading' : 'details-state'} role="status">
          {stateText(known)}
        </p>
      )}
      {!isReading && <Links paper={{ ...paper, projectPage }} onOpen={onOpen} />}
    </section>
  );
}
