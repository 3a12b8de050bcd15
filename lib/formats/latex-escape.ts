// Plain text as LaTeX that typesets as that text, and back. Pure. Formulas between dollar signs stay formulas, but only where they
// hold nothing except known symbols: text of a feed must not become commands in somebody's document.
import { isHarmlessFormula } from './harmless-formula';

const named: Readonly<Record<string, string>> = {
  '\\': 'textbackslash',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
  '<': 'textless',
  '>': 'textgreater',
  '|': 'textbar',
};

const loneBraces: Readonly<Record<string, string>> = { '{': 'textbraceleft', '}': 'textbraceright' };

const characters = new Map(Object.entries({ ...named, ...loneBraces }).map(([text, name]) => [name, text]));

/** What TeX joins: dashes, quotation marks, and Spanish ones. */
const ligatures = /-(?=-)|`(?=`)|'(?=')|[?!](?=`)|,(?=,)/g;

/**
 * `text` for a BibTeX field or a LaTeX document; line breaks and other white space stay as they are. Braces are balanced even in the
 * eyes of BibTeX, which counts escaped ones, too.
 */
export function escapeLatex(text: string): string {
  const balanced = isBalanced(text);
  let escaped = '';
  let plainFrom = 0;
  for (const match of text.matchAll(/\$([^$\n]{1,80})(?=\$(?!\d))/g)) {
    if (match.index < plainFrom || !isHarmlessFormula(match[1] ?? '')) continue;
    escaped += escapePlain(text.slice(plainFrom, match.index), balanced);
    plainFrom = match.index + match[0].length + 1;
    escaped += `${match[0]}$`;
  }
  return escaped + escapePlain(text.slice(plainFrom), balanced);
}

function escapePlain(text: string, balanced: boolean): string {
  return text
    .replace(/[\\~^<>|&%$#_{}]/g, (character) => {
      const name = named[character] ?? (balanced ? undefined : loneBraces[character]);
      return name ? `\\${name}{}` : `\\${character}`;
    })
    .replace(ligatures, '$&{}');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The text that `escapeLatex` was given. What it never writes is left as it is. */
export function unescapeLatex(latex: string): string {
  return latex.replace(/\\([a-z]+)\{\}|\\([&%$#_{}])|\{\}/g, (whole, name?: string, character?: string) =>
    name ? (characters.get(name) ?? whole) : (character ?? ''),
  );
}
