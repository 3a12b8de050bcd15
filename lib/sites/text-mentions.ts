// What running text names without a link: identifiers that say of themselves that they are arXiv's, and written-out addresses.
import { isFuture } from '../papers/identifier-grammar';
import { type Target, targetKey, targetText } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';
import { findTextReferences, withoutInvisible } from '../papers/text-references';
import { blocks } from './text-blocks';
import type { Mention } from './types';

/** Cheap first sieve over everything written: without one of these there is nothing to find. */
const mayName = /xiv|ar5iv|eprint|48550|github\.com|\/papers\/|\/\d{7}/i;

/** Never read by a reader. */
const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME']);

interface Piece {
  node: Text;
  text: string;
  /** Where it ends in the text of its paragraph. */
  end: number;
}

const isUnread = ({ nodeName }: Node) => unread.has(nodeName) || nodeName.startsWith('PAPERGLOSS-');

/** All text a reader may read, in order. Without a filter callback, which costs a call a node. */
function* textNodes(root: Node): Generator<Text> {
  const page = root.ownerDocument ?? (root as Document);
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let node = walker.nextNode();
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) yield node as Text;
    if (isUnread(node)) {
      node = walker.nextSibling();
      while (!node && walker.parentNode()) node = walker.nextSibling();
    } else node = walker.nextNode();
  }
}

/** The pieces of each paragraph: text that runs on, however many elements it is cut into. */
function* paragraphs(root: Node): Generator<Piece[]> {
  let pieces: Piece[] = [];
  let block: Element | null = null;
  for (const node of textNodes(root)) {
    const around = node.parentElement?.closest(blocks) ?? null;
    if (around !== block && pieces.length > 0) {
      yield pieces;
      pieces = [];
    }
    block = around;
    const text = withoutInvisible(node.data);
    pieces.push({ node, text, end: (pieces.at(-1)?.end ?? 0) + text.length });
  }
  if (pieces.length > 0) yield pieces;
}

function targetOf({
  id,
  address,
  isCertain,
}: ReturnType<typeof findTextReferences>[number]): Target | undefined {
  if (address) return mayName.test(address) ? targetOfAddress(address) : undefined;
  return id && isCertain ? { kind: 'paper', id } : undefined;
}

/**
 * A badge for each target that the text below `root` names and `known` does not hold (target keys, asked for once something is
 * found): at the end of the text it stands in, with its name where more text follows. Each target once. [] when there is none.
 * Takes time linear in the length of the text. `now`: ms since 1970.
 */
export function textMentions(
  root: Node,
  known: () => ReadonlySet<string | undefined>,
  now = Date.now(),
): Mention[] {
  const body = (root as Partial<Document>).body ?? root;
  if (!mayName.test(body.textContent ?? '')) return [];
  const found = new Map<string, Mention>();
  for (const pieces of paragraphs(body)) {
    const text = pieces.map((piece) => piece.text).join('');
    if (!mayName.test(text)) continue;
    // References come in the order of the text, and so do the pieces they end in.
    let at = 0;
    for (const reference of findTextReferences(text)) {
      while (at < pieces.length - 1 && (pieces[at]?.end ?? 0) < reference.end) at++;
      const target = targetOf(reference);
      const key = target && targetKey(target);
      if (!key || known().has(key) || found.has(key)) continue;
      if (target.kind === 'paper' && isFuture(target.id, now)) continue;
      const piece = pieces[at];
      if (!piece) continue;
      const rest = text.slice(reference.end, piece.end);
      found.set(key, {
        target,
        form: 'badge',
        place: { element: piece.node, position: 'after' },
        ...(/[^\s.,;:)\]]/.test(rest) && { label: targetText(target) }),
      });
    }
  }
  return [...found.values()];
}
