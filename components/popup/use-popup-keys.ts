// What each key does in the popup: on the list of a day, and on search results alike.
import { githubPage, huggingFacePage } from '../../lib/papers/paper-pages';
import { useKeys } from '../page/keys';
import { currentRow, moveRowFocus } from '../page/row-focus';

export const popupKeys = [
  ['j k', 'keyMove'],
  ['s', 'keySave'],
  ['↵', 'keyArxiv'],
  ['g', 'keyGithub'],
  ['h', 'keyHuggingFace'],
  ['← →', 'keyDay'],
  ['/', 'keySearch'],
] as const;

interface KeyActions {
  /** Every paper on the page that may have code. */
  papers: readonly { id: string; repository?: string }[];
  onToggleSaved(id: string): void;
  onOpen(url: string): void;
  /** Undefined = there is no such day, or none is shown. */
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
  onSearch(): void;
}

const rightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';

function withCurrent(act: (id: string) => void): void {
  const id = currentRow();
  if (id) act(id);
}

export function usePopupKeys({ papers, onToggleSaved, onOpen, onEarlier, onLater, onSearch }: KeyActions) {
  function openCode(id: string) {
    const repository = papers.find((paper) => paper.id === id)?.repository;
    if (repository) onOpen(githubPage(repository));
  }
  useKeys({
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    ArrowLeft: () => (rightToLeft() ? onLater : onEarlier)?.(),
    ArrowRight: () => (rightToLeft() ? onEarlier : onLater)?.(),
    s: () => withCurrent(onToggleSaved),
    g: () => withCurrent(openCode),
    h: () => withCurrent((id) => onOpen(huggingFacePage(id))),
    '/': onSearch,
  });
}
