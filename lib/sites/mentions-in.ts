// Everything a part of a page names, by links and in running text. What most site adapters are made of.
import { type Target, targetKey } from '../papers/target';
import { linkMentions } from './link-mentions';
import { textMentions } from './text-mentions';
import type { Mention } from './types';

interface Options {
  /** The page's own paper or repository, which has its place already. */
  except?: readonly (Target | undefined)[];
  /**
   * Read running text, too: of the parts, or of these elements. A target that is linked is annotated at its links only. On long
   * pages paragraph by paragraph: most name nothing, and their text as a whole says so at once, without a walk over formulas.
   */
  text?: boolean | Iterable<Node>;
}

/**
 * Badges for what the parts name, in the order of the parts. Parts that are absent or lie in one another are no harm.
 * Relative addresses are read as those of `url`.
 */
export function mentionsIn(
  parts: Iterable<ParentNode | null>,
  url: URL,
  { except = [], text = false }: Options = {},
): Mention[] {
  const own = new Set(except.map((target) => target && targetKey(target)));
  const present = [...new Set(parts)].filter((part) => part !== null);
  const links = present.flatMap((part) => linkMentions(part, url, own));
  if (!text) return links;
  const texts = text === true ? present : [...text];
  let known: Set<string | undefined> | undefined;
  const knownNow = () => {
    known ??= new Set([...own, ...links.map(({ target }) => targetKey(target))]);
    return known;
  };
  const written = texts.flatMap((part) => {
    const found = textMentions(part, knownNow);
    for (const { target } of found) knownNow().add(targetKey(target));
    return found;
  });
  return [...links, ...written];
}
