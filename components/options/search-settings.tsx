// The search over the options: what is found stays in sight with its words marked, everything else is hidden where it stands. Each setting
// judges itself by its label, its help and the name of its group.
import { type ComponentChildren, createContext, type RefObject } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { MarkedText } from '../paper-row/MarkedText';
import { holdsWords, wordPlaces } from './find-text';

interface SettingsSearch {
  /** Folded; none while nothing is searched for. */
  words: readonly string[];
  /** The name of the group the setting stands in. */
  group: string;
}

export const SearchContext = createContext<SettingsSearch>({ words: [], group: '' });

/** Whether something with these texts is found. */
export function useIsFound(texts: readonly string[]): boolean {
  const { words, group } = useContext(SearchContext);
  return holdsWords(words, [group, ...texts]);
}

export function Found({ text }: { text: string }) {
  const { words } = useContext(SearchContext);
  return <MarkedText text={text} marks={wordPlaces(words, text)} />;
}

interface FindableProps {
  class?: string;
  /** What it is found by. */
  texts: readonly string[];
  children: ComponentChildren;
}

/** What is no setting and found all the same: an amount, a table, a paragraph. */
export function Findable({ texts, children, class: name }: FindableProps) {
  return (
    <div class={name} data-findable hidden={!useIsFound(texts)}>
      {children}
    </div>
  );
}

/** A paragraph that says something about its group. */
export function Paragraph({ text, quiet }: { text: string; quiet?: boolean }) {
  return (
    <p class={quiet ? 'quiet' : undefined} data-findable hidden={!useIsFound([text])}>
      <Found text={text} />
    </p>
  );
}

/** By the id of its group, how much of it is found; read from the page after each drawing, before it is seen. */
export function useFoundCounts(root: RefObject<HTMLElement | null>): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const sections = [...(root.current?.querySelectorAll('section[id]') ?? [])];
    const found = sections.map(
      (section) => [section.id, section.querySelectorAll('[data-findable]:not([hidden])').length] as const,
    );
    setCounts((known) =>
      found.every(([id, count]) => known.get(id) === count) && known.size === found.length
        ? known
        : new Map(found),
    );
  });
  return counts;
}
