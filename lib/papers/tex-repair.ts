// Repairs the TeX that the feed's titles and abstracts were mangled from, but only where there is a single reading.
// Every rule was read against the real days of the feed; what is doubtful (`sim 3`, `1to1`, `muP`, `\method`) stays as it is.
import { accents, arrows, commands, foreignOperators, letters, subscript, superscript } from './tex-symbols';

type Rule = [
  pattern: RegExp,
  repair: string | ((match: string, ...groups: (string | undefined)[]) => string),
];

const oneOf = (table: Record<string, string>) => Object.keys(table).join('|');

const symbolOf = (table: Record<string, string>) => (_: string, name?: string) => table[name ?? ''] ?? '';

/** Not inside a word, a path or a name with hyphens. */
const wordStart = '(?<![A-Za-z\\\\/_-])';

/** A number with its unit, and nothing glued to it: tells `sim24%` and `sim2times` from `sim2real`. */
const number = '\\d[\\d.,]*(?:times|[KMBTkx]|[KMGT]B|ms)?(?![A-Za-z\\d])';

const accented = (_: string, mark = '', letter = '') => `${letter}${accents[mark]}`.normalize('NFC');

// A pattern names its token first and looks back at what stands before it afterwards, because engines find a fixed text much
// faster than a place. Repetitions have a limit or a fixed start, so that no text makes them quadratic.

const escapes: Rule[] = [
  [/(?<!\\)\\+([%&#$_])/g, '$1'],
  [/\\[ ,;:]/g, ' '],
  [/\\\(\s?([^\\]{1,80}?)\s?\\\)/g, '$1'],
  [/~(?<=[A-Za-z]{2}~)(?=\(|[A-Za-z]{2})/g, ' '],
  [/``([^`]{1,200}?)''/g, '“$1”'],
  [/\{([=<>])\}/g, '$1'],
  // An escaped apostrophe looks like an accent.
  [/\\'(?=(?:s|t|re|ve|ll|d|m)\b)/g, "'"],
  [/\\(["'`^~])\{\\?([A-Za-z])\}/g, accented],
  [/\\(["'`^~])(?<=[A-Za-z]\\.)([aeiouynzAEIOU])/g, accented],
];

const degrees: Rule[] = [
  [/\^(?<=\d\^)(?:\{\\?circ\}|\\?circ(?=times\d|[^A-Za-z]|$))/g, '°'],
  [/(?:\{\\deg\}|\\deg(?![A-Za-z]))(?<=\d\{?\\deg\}?)/g, '°'],
];

const names: Rule[] = [
  [new RegExp(`\\{\\\\(${oneOf(commands)})\\}`, 'g'), symbolOf(commands)],
  [new RegExp(`\\\\(${oneOf(commands)})(?![A-Za-z])(?:(?<=etc|etal|eg|ie)\\.)?`, 'g'), symbolOf(commands)],
  [/(?:\{times\}|times(?=sim\d|[^a-z]|$))(?<=[\d°}]\{?times\}?)/g, '×'],
  [/\stimes\s(?<=\d\stimes\s)(?=\d)/g, ' × '],
  [/times(?<![A-Za-z]times)(?=\d)|times(?<=[A-Z]times)(?=[A-Z])/g, '×'],
  [/times(?<=[A-Z]times)(?<![A-Za-z]{2}times)(?![A-Za-z])/g, '×'],
  [/\{sim\}\s?(?=\d)/g, '∼'],
  [new RegExp(`sim(?<![A-Za-z_/.-]sim)!?(?=${number})`, 'g'), '∼'],
  [/!in!(?<=\w!in!)(?=[\w({[])/g, '∈'],
  [/!-!(?<=\d!-!)(?=\d)/g, '-'],
  [/pm(?<=\dpm)(?=\d)|pm ?(?<=[({[]pm ?|[({[,] pm ?)(?=(?:[1-9]|i)\s?[,)}\]])/g, '±'],
  [new RegExp(`approx(?<=${wordStart}approx)(?=\\s?\\d)`, 'g'), '≈'],
  [new RegExp(`(${oneOf(arrows)})(?<=(?<![a-z\\\\])\\1)(?![a-z])`, 'g'), symbolOf(arrows)],
  [
    new RegExp(`(${oneOf(foreignOperators)})(?<=${wordStart}\\1)(?![A-Za-z])`, 'g'),
    symbolOf(foreignOperators),
  ],
  [
    new RegExp(`(${oneOf(letters)})(?=_\\{|_\\d(?!\\w)|\\^[\\d{])(?<=${wordStart}\\1)`, 'g'),
    symbolOf(letters),
  ],
];

const formulas: Rule[] = [
  // No price begins with a letter, no formula of an abstract holds a space or an unknown command.
  [/\$([^$\s\d\\][^$\s\\]{0,30})\$(?!\d)/g, '$1'],
  [
    /\^(?<=[\p{L}\p{N}∇)\]}]\^)(?:\{(-?\d{1,9})\}|(-?\d)(?!\d|\.\d))/gu,
    (_, braced, bare = '') => superscript(braced ?? bare),
  ],
  [/\^(?<=[\p{L}\p{N})\]}]\^)(?:\{\*\}|\*)/gu, '*'],
  [
    /_(?<=(?:(?<![\w/.\\])[A-Za-z]|[\p{Script=Greek}ℓ])_)(?:\{(\d{1,9})\}|(\d)(?!\w|\.\d))/gu,
    (_, braced, bare = '') => subscript(braced ?? bare),
  ],
];

const rules = [...escapes, ...degrees, ...names, ...formulas];

const braces =
  /(?:\\textcolor\{\w{1,30}\}|\\(?:url|underline|text)|(?:(?<![A-Za-z])|\\)(?:text(?:bf|it|tt|sc|rm|sf)|emph|boldsymbol|math(?:bf|cal|bb|rm|sf|it))|(?<![A-Za-z\\])(?:teal|orange|blue|red|green|purple|magenta|cyan|gray))\{|\{\\(?:em|it|bf|tt|sc|rm)\s|[{}]/g;

/** Takes away commands that only set the face or colour of what is in their braces: `\textit{local}` → `local`. */
function withoutFaces(text: string): string {
  const dropped: boolean[] = [];
  return text.replace(braces, (brace) => {
    if (brace === '}') return dropped.pop() ? '' : brace;
    dropped.push(brace !== '{');
    return brace === '{' ? brace : '';
  });
}

const maxRounds = 6;

/**
 * `text` with mangled TeX repaired: `57.51times` → `57.51×`, `\textit{local}` → `local`, `256^2` → `256²`. For plain text that
 * is shown as text. Idempotent; text that does not settle within a few rounds was built to do so and comes back unchanged.
 * Takes time linear in the length.
 */
export function repairTex(text: string): string {
  let current = text;
  for (let round = 0; round < maxRounds; round++) {
    const repaired = rules.reduce(
      (line, [pattern, repair]) => line.replace(pattern, repair as string),
      withoutFaces(current),
    );
    if (repaired === current) return repaired;
    current = repaired;
  }
  return text;
}
