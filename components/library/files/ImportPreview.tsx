// What an import would do, before it is done: how many papers, which, what each gains, and what is skipped and why.
import { useMemo } from 'preact/hooks';
import type { ImportPlan, PlannedItem } from '../../../lib/formats/plan-import';
import { formatNumber } from '../../../lib/text/format';
import { type MessageKey, t } from '../../../lib/text/translate';
import { formatName, gainsText, listed, shownText, skippedText } from './import-texts';

/** Of each kind; the rest is counted. */
const shownAtMost = 100;

interface ImportPreviewProps {
  name: string;
  plan: ImportPlan;
  /** How many files were dropped with it and not read. */
  left: number;
}

const takesOff = ({ gains }: PlannedItem) => gains.some(({ kind }) => kind === 'removed');

function sorted({ items }: ImportPlan) {
  const merged = items.filter(({ kind }) => kind === 'merged');
  return {
    added: items.filter(({ kind }) => kind === 'added'),
    merged: merged.filter((item) => !takesOff(item)),
    removed: merged.filter(takesOff),
    unchanged: items.filter(({ kind }) => kind === 'unchanged').length,
  };
}

/** Titles nobody knows yet of papers that would be on the list. */
const untitled = ({ items }: ImportPlan) =>
  items.filter((item) => item.title === '' && item.kind !== 'unchanged' && !takesOff(item)).length;

export function ImportPreview({ name, plan, left }: ImportPreviewProps) {
  const { added, merged, removed, unchanged } = useMemo(() => sorted(plan), [plan]);
  const { format, skipped } = plan;
  const counts: [MessageKey, number][] = [
    ['filesWillAdd', added.length],
    ['filesWillMerge', merged.length],
    ['filesTakenOff', removed.length],
    ['filesUnchanged', unchanged],
    ['filesSkipped', skipped.length],
  ];
  const summary = counts.filter(([, count]) => count > 0);
  const missing = untitled(plan);
  return (
    <>
      <p class="files-name">{t('filesRecognised', name, formatName(format))}</p>
      {left > 0 && <p class="files-hint">{t('filesOneAtATime')}</p>}
      <p class="files-summary" tabIndex={-1} data-first-focus>
        {listed(summary.map(([key, count]) => t(key, formatNumber(count))))}
      </p>
      {added.length + merged.length + removed.length === 0 && <p>{t('filesNothingNew')}</p>}
      {missing > 0 && <p class="files-hint">{t('filesAsksTitles', formatNumber(missing))}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll */}
      <section class="files-plan" aria-label={t('filesImportPlan')} tabIndex={0}>
        <Planned heading="filesHeadingRemoved" items={removed} />
        <Planned heading="filesHeadingMerged" items={merged} />
        <Lines
          heading="filesHeadingSkipped"
          count={skipped.length}
          lines={skipped.slice(0, shownAtMost).map((record) => skippedText(format, record))}
        />
        <Planned heading="filesHeadingAdded" items={added} />
      </section>
    </>
  );
}

function Planned({ heading, items }: { heading: MessageKey; items: readonly PlannedItem[] }) {
  const lines = items.slice(0, shownAtMost).map((item) => {
    const { id, title } = item;
    const gains = gainsText(item);
    return (
      <>
        <span dir="auto">{shownText(title) || `arXiv:${id}`}</span>
        {gains && <span class="files-gains">{gains}</span>}
      </>
    );
  });
  return <Lines {...{ heading, lines }} count={items.length} />;
}

interface LinesProps {
  heading: MessageKey;
  count: number;
  lines: readonly preact.ComponentChild[];
}

function Lines({ heading, count, lines }: LinesProps) {
  if (count === 0) return null;
  return (
    <>
      <h3>{t(heading)}</h3>
      <ul>
        {lines.map((line, position) => (
          <li key={position}>{line}</li>
        ))}
        {count > lines.length && (
          <li class="files-more">{t('cardsMore', formatNumber(count - lines.length))}</li>
        )}
      </ul>
    </>
  );
}
