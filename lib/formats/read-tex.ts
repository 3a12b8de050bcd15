// TeX as it stands in BibTeX fields, made plain text. The parser knows accents, symbols and names; what it cannot read is taken as it
// is, without its braces.
import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser';

interface TexFields {
  title: string;
  author: string;
  note: string;
}

export interface PlainFields {
  title: string;
  /** Given name first. */
  authors: string[];
  /** Of several lines where the TeX makes paragraphs. */
  note: string;
}

/** Longer ones are not worth the seconds the parser takes for them, in characters. */
const longest: Record<keyof TexFields, number> = { title: 5_000, author: 200_000, note: 20_000 };

/** Stand for `<` and `>` in the parser, which writes tags; no text may hold them. */
const angles = { '<': '\ufdd0', '>': '\ufdd1' };

/** What the parser would change: most fields hold nothing of it, and need not wait for it. */
const special = /[\\{}$%~^_#&`"=<>\r\n]|--|''|,,|[?!]`/;

/** All fields of several entries, in their order. Never throws. */
export function readTex(entries: readonly TexFields[]): PlainFields[] {
  const parsed = new Map(parseEntries(entries).map((entry) => [entry.key, entry]));
  return entries.map((entry, index) => {
    const { fields } = parsed.get(`n${index}`) ?? {};
    return {
      title: textOf(fields?.title) ?? withoutTex(entry.title),
      authors: fields?.author ? namesOf(fields.author) : namesIn(entry.author),
      note: textOf(fields?.note)?.trim() ?? withoutTex(entry.note).trim(),
    };
  });
}

function parseEntries(entries: readonly TexFields[]): Entry[] {
  const source = entries.map((entry, index) => {
    const fields = Object.entries(longest)
      .map(([name, length]) => [name, entry[name as keyof TexFields], length] as const)
      .filter(([, tex, length]) => special.test(tex) && tex.length <= length && isBalanced(tex))
      .map(([name, tex]) => `, ${name} = {${guarded(tex)}}`);
    return `@misc{n${index}${fields.join('')}}`;
  });
  try {
    // Titles stay in the case they are in, and commands nobody knows as they are; fonts make no difference.
    const options = {
      english: false,
      sentenceCase: false,
      unsupported: (_node: unknown, tex: string) => (fonts.test(tex) ? '' : tex),
    } as const;
    return parse(source.join('\n'), { ...options, applyCrossRef: false }).entries;
  } catch {
    return [];
  }
}

const fonts = /^\\(?:math[a-z]{2,5}|text[a-z]{2}|boldsymbol|operatorname|bm|mathscr)$/;

/** Whether the value stays one value when it is put between braces, by the parser's own rules. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  let math = false;
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at];
    if (character === '\\') {
      at++;
      if (at === tex.length) return false;
    } else if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
    else if (character === '$') math = !math;
  }
  return depth === 0 && !math;
}

const guarded = (tex: string) =>
  tex
    .replace(/[\ufdd0\ufdd1]/g, '')
    .replace(/<|\\textless(?![a-z])(?:\{\}|\s+)?/gi, angles['<'])
    .replace(/>|\\textgreater(?![a-z])(?:\{\}|\s+)?/gi, angles['>']);

/** The parser's markup made lines and nothing, then the text's own angles put back. */
function textOf(markup: string | undefined): string | undefined {
  return markup
    ?.replace(/<p>/g, '\n\n')
    .replace(/<br>/g, '\n')
    .replace(/<li>/g, '\n- ')
    .replace(/<[^<>]*>/g, '')
    .replaceAll(angles['<'], '<')
    .replaceAll(angles['>'], '>')
    .normalize('NFC');
}

const namesOf = (creators: readonly Creator[]): string[] =>
  creators.map(nameOf).filter((name) => name !== '' && name !== 'others');

function nameOf({ name, firstName, prefix, lastName, suffix }: Creator): string {
  return textOf(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')) ?? '';
}

/** `First Last`, `Last, First` and `Last, Jr., First`, without TeX in it. */
function namesIn(author: string): string[] {
  return author
    .split(/\sand\s/i)
    .map((name) => {
      const [last = '', ...rest] = withoutTex(name)
        .trim()
        .split(/\s*,\s*/);
      const [first = '', suffix = ''] = rest.reverse();
      return [first, last, suffix].filter(Boolean).join(' ');
    })
    .filter((name) => name !== '' && name !== 'others');
}

/** For addresses, identifiers, and what the parser does not read. */
export function withoutTex(tex: string): string {
  return tex.replace(/\\(?:url|href|texttt|path)(?![a-z])/gi, '').replace(/\\([&%$#_{}~^ ])|[{}]/g, '$1');
}
