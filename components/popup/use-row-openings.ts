// The one row of the popup that is open in place, whichever of its lists it stands in; and telling what was shown and opened.
import { useRef, useState } from 'preact/hooks';
import type { PaperDetails } from '../../lib/papers/paper-details';
import type { RowOpening } from '../page/row-opening';

export interface ShownPaper {
  id: string;
  upvotes?: number;
}

export interface OpeningActions {
  /** What is cached of a paper. Undefined = it is not cached. */
  readDetails(id: string): Promise<PaperDetails | undefined>;
  /** The reader has had these before the eye: called once for a paper while the page is open, as the other. */
  shown(papers: ShownPaper[]): void;
  /** The reader has opened these. */
  opened(ids: string[]): void;
}

export function useRowOpenings(actions: OpeningActions) {
  const [open, setOpen] = useState<{ list: string; id: string }>();
  const told = { shown: useRef(new Set<string>()), opened: useRef(new Set<string>()) };
  const isOpen = (list: string, id: string) => open?.list === list && open.id === id;

  function tellShown(papers: ShownPaper[]) {
    const news = papers.filter(({ id }) => !told.shown.current.has(id));
    for (const { id } of news) told.shown.current.add(id);
    if (news.length > 0) actions.shown(news);
  }
  function tellOpened(id: string) {
    if (told.opened.current.has(id)) return;
    told.opened.current.add(id);
    actions.opened([id]);
  }
  function toggle(list: string, id: string) {
    if (isOpen(list, id)) return setOpen(undefined);
    setOpen({ list, id });
    tellOpened(id);
  }

  return {
    tellShown,
    tellOpened,
    /** A paper may stand in several lists: in each its row opens for itself. */
    openingIn: (list: string): RowOpening => ({
      isOpen: (id) => isOpen(list, id),
      toggle: (id) => toggle(list, id),
      readDetails: actions.readDetails,
    }),
    close: open && (() => setOpen(undefined)),
  };
}
