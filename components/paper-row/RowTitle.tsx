// The title of a row: where rows open in place a button that opens this one, elsewhere a link to arXiv.
import type { Ref } from 'preact';
import { arxivPage } from '../../lib/papers/paper-pages';
import { MarkedText } from './MarkedText';
import type { PaperRowProps } from './PaperRow';
import { TabLink } from './TabLink';

interface RowTitleProps extends Pick<PaperRowProps, 'paper' | 'marks' | 'open' | 'onToggleOpen' | 'onOpen'> {
  button: Ref<HTMLButtonElement>;
  /** Id of the element that the button opens. */
  controls: string;
  onKeyDown(event: KeyboardEvent): void;
}

export function RowTitle({ paper, marks, open, onToggleOpen, onOpen, ...opener }: RowTitleProps) {
  const { id, title } = paper;
  const text = <MarkedText text={title} marks={marks?.title} />;
  if (!onToggleOpen) {
    return (
      <h3 class="clamped" dir="auto">
        <TabLink href={arxivPage(id)} onOpen={onOpen} focusTarget>
          {text}
        </TabLink>
      </h3>
    );
  }
  return (
    <h3 dir="auto">
      <button
        ref={opener.button}
        type="button"
        class="row-title"
        data-row-focus
        aria-expanded={!!open}
        aria-controls={open ? opener.controls : undefined}
        onClick={() => onToggleOpen(id)}
        onKeyDown={opener.onKeyDown}
      >
        {/* A button is no box that lines could be counted in. */}
        <span class="clamped">{text}</span>
      </button>
    </h3>
  );
}
