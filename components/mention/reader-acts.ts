// What the reader does on cards: saving, status, copying, and what is said of it. Keeps for each paper what came of the last act; draws
// nothing itself.
import type { CitationStyle } from '../../lib/messages/protocol';
import type { CardData } from '../../lib/papers/card-data';
import type { ReadingStatus } from '../../lib/papers/reading-entry';
import { type MessageKey, t } from '../../lib/text/translate';
import type { PaperCardProps } from '../card/PaperCard';

/** All reject with an Error whose message is a text fit for the reader. */
export interface ActsOnPapers {
  save(id: string): Promise<void>;
  /** Takes the paper off the reading list. */
  remove(id: string): Promise<void>;
  /** Brings a removed paper back, with all that the list kept of it. */
  setStatus(id: string, status: ReadingStatus): Promise<void>;
  copy(id: string, style: CitationStyle): Promise<void>;
}

interface DrawnCards {
  /** As the card is now; undefined when it is gone. */
  find(id: string): CardData | undefined;
  setStatus(id: string, status: ReadingStatus | undefined): void;
  redraw(): void;
}

type ActProps = Pick<PaperCardProps, 'failure' | 'done' | 'onToggleSaved' | 'onStatus' | 'onCopy'>;

const copied: Record<CitationStyle, MessageKey> = {
  bibtex: 'copiedBibtex',
  markdown: 'copiedMarkdown',
  apa: 'copiedApa',
};

export function createReaderActs(actions: ActsOnPapers, cards: DrawnCards) {
  const failures = new Map<string, string>();
  const dones = new Map<string, string>();
  /** Status of what was taken off here: whoever did so by mistake gets tags and note back, too. */
  const removed = new Map<string, ReadingStatus>();

  async function attempt(id: string, act: () => Promise<void>): Promise<void> {
    failures.delete(id);
    dones.delete(id);
    try {
      await act();
    } catch (error) {
      failures.set(id, (error as Error).message);
    }
    cards.redraw();
  }

  async function remove(id: string, status: ReadingStatus): Promise<void> {
    await actions.remove(id);
    removed.set(id, status);
    cards.setStatus(id, undefined);
  }

  async function save({ id, origin }: CardData): Promise<void> {
    // What only the list knows cannot be saved anew from a page: it comes back as it was.
    const before = removed.get(id) ?? (origin === 'list' ? 'to-read' : undefined);
    await (before ? actions.setStatus(id, before) : actions.save(id));
    removed.delete(id);
    cards.setStatus(id, cards.find(id)?.status ?? before ?? 'to-read');
  }

  /** Shown at once, and taken back if it fails and nothing else has come meanwhile. */
  async function setStatus({ id, status: before }: CardData, status: ReadingStatus): Promise<void> {
    cards.setStatus(id, status);
    cards.redraw();
    try {
      await actions.setStatus(id, status);
    } catch (error) {
      if (cards.find(id)?.status === status) cards.setStatus(id, before);
      throw error;
    }
  }

  async function copy(id: string, style: CitationStyle): Promise<void> {
    await actions.copy(id, style);
    dones.set(id, t(copied[style]));
  }

  return {
    propsOf(card: CardData): ActProps {
      const { id, status } = card;
      return {
        failure: failures.get(id),
        done: dones.get(id),
        onToggleSaved: () => void attempt(id, () => (status ? remove(id, status) : save(card))),
        onStatus: (next) => void attempt(id, () => setStatus(card, next)),
        onCopy: (style) => void attempt(id, () => copy(id, style)),
      };
    },
    /** What was done is no news any more. Failures stay until the next try. */
    forgetDone: () => dones.clear(),
  };
}
