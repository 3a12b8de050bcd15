// What each key does in the popup: on its lists, and on search results alike.
import { type ListView, listViews } from '../../lib/papers/list-query';
import { arxivPage, githubPage, huggingFacePage } from '../../lib/papers/paper-pages';
import type { MessageKey } from '../../lib/text/translate';
import { type KeyBindings, useKeys } from '../page/keys';
import { currentRow, moveRowFocus } from '../page/row-focus';

type NamedKey = readonly [key: string, does: MessageKey];

/** The keys to be named below the list of a view. */
export function popupKeys(view: ListView): NamedKey[] {
  return [
    ['j k', 'keyMove'],
    ['↵', 'keyOpen'],
    ['o', 'keyArxiv'],
    ['g', 'keyGithub'],
    ['h', 'keyHuggingFace'],
    ['s', 'keySave'],
    ...(view === 'for-you' ? ([['x', 'keyDismiss']] as const) : []),
    ['1 – 5', 'keyViews'],
    ['← →', 'keyEarlierLater'],
    ['c', 'keyCalendar'],
    ['u', 'keyUnseen'],
    ['y', 'keyCopyList'],
    ['r', 'keyRefresh'],
    ['/', 'keySearch'],
  ];
}

export interface PopupKeyActions {
  /** Every paper on the page that may have code. */
  papers: readonly { id: string; repository?: string }[];
  onToggleSaved(id: string): void;
  /** An address of this paper, in a tab. */
  onOpenPaper(id: string, url: string): void;
  /** Undefined = there is no such list, or none is shown; as all that follow. */
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
  onDismiss: ((id: string) => void) | undefined;
  onView: ((view: ListView) => void) | undefined;
  onCalendar: (() => void) | undefined;
  onOnlyUnseen: (() => void) | undefined;
  onCopy: (() => void) | undefined;
  /** Escape: what is open in place closes. Undefined leaves the key to the browser, which closes the popup with it. */
  onEscape: (() => void) | undefined;
  onRefresh(): void;
  onSearch(): void;
}

const rightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';

function withCurrent(act: ((id: string) => void) | undefined): void {
  const id = currentRow();
  if (id) act?.(id);
}

export function usePopupKeys(actions: PopupKeyActions) {
  const { papers, onToggleSaved, onOpenPaper, onEarlier, onLater, onDismiss, onView, onEscape } = actions;
  function openCode(id: string) {
    const repository = papers.find((paper) => paper.id === id)?.repository;
    if (repository) onOpenPaper(id, githubPage(repository));
  }
  const bindings: KeyBindings = {
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    ArrowLeft: () => (rightToLeft() ? onLater : onEarlier)?.(),
    ArrowRight: () => (rightToLeft() ? onEarlier : onLater)?.(),
    s: () => withCurrent(onToggleSaved),
    o: () => withCurrent((id) => onOpenPaper(id, arxivPage(id))),
    g: () => withCurrent(openCode),
    h: () => withCurrent((id) => onOpenPaper(id, huggingFacePage(id))),
    x: () => withCurrent(onDismiss),
    u: () => actions.onOnlyUnseen?.(),
    c: () => actions.onCalendar?.(),
    y: () => actions.onCopy?.(),
    r: actions.onRefresh,
    '/': actions.onSearch,
  };
  listViews.forEach((view, position) => {
    bindings[position + 1] = () => onView?.(view);
  });
  if (onEscape) bindings.Escape = onEscape;
  useKeys(bindings);
}
