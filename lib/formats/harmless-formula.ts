// Which formulas of a title may stand in a LaTeX file as they are. Pure.
import { arrows, foreignOperators, letters } from '../papers/tex-symbols';

const symbols = new Set([
  ...Object.keys({ ...letters, ...foreignOperators, ...arrows }),
  ...'times sim pm le ge ne approx to in dots ldots cdots circ ast star partial forall exists mid'.split(' '),
]);

/** Take one group each. */
const fonts = new Set('mathcal mathbb mathbf mathrm textbf textit textrm textsc'.split(' '));

const allowed = /^(?:\\[A-Za-z]+|[A-Za-z0-9 +\-*/=().,:[\]^_{}]|\p{Script=Greek})+$/u;

/** Twice raised or twice lowered in a row, or raised by nothing: TeX stops there. */
const wrongScripts = /[\^_](?:[\s^_}]|$)|([\^_])(?:\{[^{}]*\}|\\[A-Za-z]+|[^\s{}\\])\1/;

/**
 * Whether `formula`, without its dollar signs, is one at all, and one that every LaTeX typesets: known symbols and fonts, indices,
 * numbers and letters. Prices are none.
 */
export function isHarmlessFormula(formula: string): boolean {
  if (!allowed.test(formula) || /^\s|\s$|\{\s*\}|--/.test(formula) || wrongScripts.test(formula))
    return false;
  if (formula.length > 2 && !/[\\^_]/.test(formula)) return false;
  if (/^\d+$/.test(formula)) return false;
  for (const [, name = '', next = ''] of formula.matchAll(/\\([A-Za-z]+)(.?)/g)) {
    if (!symbols.has(name) && !(fonts.has(name) && next === '{')) return false;
  }
  let depth = 0;
  for (const character of formula) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
