// Which of the papers that came from Hugging Face are new to the reader. Decided when they come, and kept.
import { useRef } from 'preact/hooks';
import type { CardData } from '../../lib/papers/card-data';
import type { Asked } from '../page/use-asked';

interface Kept {
  answer: readonly CardData[];
  papers: readonly CardData[];
}

const nothing: readonly CardData[] = [];

/**
 * Those of the answer that were not among `shown` when it came; none before. They are cached by then: whoever searches again finds
 * them there, and they would leave the place the reader looks at.
 */
export function useNewPapers(
  online: Asked<CardData[]>,
  shown: readonly { id: string }[],
): readonly CardData[] {
  const kept = useRef<Kept | undefined>(undefined);
  if (online.state !== 'answered') {
    kept.current = undefined;
  } else if (kept.current?.answer !== online.answer) {
    const { answer } = online;
    const known = new Set(shown.map(({ id }) => id));
    kept.current = { answer, papers: answer.filter(({ id }) => !known.has(id)) };
  }
  return kept.current?.papers ?? nothing;
}
