// Where in a BibTeX file entries and fields stand, their values still as TeX. The parser that understands TeX takes about 10 µs a
// character and breaks an entry off at a stray `$`: it gets the few fields that need it, and abstracts never. Pure.

export interface BibtexEntry {
  key: string;
  /** Of its `@`, from 1. */
  line: number;
  /** By name in lower case: TeX as written, without the braces or quotes around it, strings put in. */
  fields: ReadonlyMap<string, string>;
  /** What is wrong with it; absent for an entry that is whole. Its fields are those before the fault. */
  problem?: string;
}

/** Yields the entries in the order of the file. What stands between entries is comment. Never throws; takes linear time. */
export function* bibtexEntries(text: string): Generator<BibtexEntry> {
  const strings = new Map(months.map((month, index) => [month, String(index + 1)]));
  const opening = /(?<!\w)@[ \t]*([a-z]+)\s*[{(]/gi;
  let patience = 20 * text.length + 10_000;
  let line = 1;
  let counted = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line++;
    const type = match[1]?.toLowerCase();
    // Comments may hold whole entries, as those a reader has switched off.
    if (type === 'preamble' || type === 'comment') {
      opening.lastIndex = afterBraces(text, opening.lastIndex - 1) ?? opening.lastIndex;
      continue;
    }
    const body = new Body(text, opening.lastIndex, strings);
    const key = type === 'string' ? '' : body.readKey();
    const problem = body.readFields();
    patience -= body.readInVain;
    if (patience < 0) {
      yield { key, line, fields: body.fields, problem: 'So much is unclosed that the rest was not read.' };
      return;
    }
    // A broken entry ends where the next one begins a line, lest it swallow the rest of the file.
    opening.lastIndex = problem ? afterBroken(text, match.index) : body.position;
    if (type === 'string') for (const [name, value] of body.fields) strings.set(name, value);
    else yield { key, line, fields: body.fields, ...(problem && { problem }) };
  }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Longest value that strings put together make: each may hold others, doubling. */
const longestJoined = 100_000;

function afterBroken(text: string, start: number): number {
  const next = /\n[ \t]*@/g;
  next.lastIndex = start;
  return next.exec(text) ? next.lastIndex - 1 : text.length;
}

/** Where the group that opens at `start` is closed, one after; `\{` opens none. Undefined where it never is. */
function afterBraces(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{' || (character === '(' && at === start)) depth++;
    else if (character === '}' || (character === ')' && text[start] === '(' && depth === 1)) depth--;
    if (depth <= 0) return at + 1;
  }
  return undefined;
}

class Body {
  readonly fields = new Map<string, string>();
  /** Characters searched for an end that is not there; they are searched again after it. */
  readInVain = 0;

  constructor(
    private readonly text: string,
    public position: number,
    private readonly strings: ReadonlyMap<string, string>,
  ) {}

  /** Reads on where `pattern`, which must be sticky, matches. */
  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match) this.position = pattern.lastIndex;
    return match?.[1] ?? match?.[0];
  }

  readKey(): string {
    return (this.take(/\s*([^,={}"\n]{0,500})\s*(?:,|(?=\}))/y) ?? '').trim();
  }

  /** Up to the end of the entry; what is wrong, where something is. */
  readFields(): string | undefined {
    for (;;) {
      this.take(/(?:[\s,]|%[^\n]*\n)*/y);
      if (this.take(/[})]/y)) return undefined;
      if (this.position >= this.text.length) return 'It is never closed.';
      const name = this.take(/([^\s,={}()"#%]{1,100})\s*=\s*/y);
      if (!name) return 'A field has no name or no value.';
      const value = this.readValue();
      if (value === undefined) {
        this.readInVain = this.text.length - this.position;
        return `The field ${name} is never closed.`;
      }
      const field = name.toLowerCase();
      if (!this.fields.has(field)) this.fields.set(field, value);
    }
  }

  private readValue(): string | undefined {
    let value = '';
    do {
      const part = this.readPart();
      if (part === undefined) return undefined;
      if (value.length + part.length <= longestJoined || value === '') value += part;
    } while (this.take(/\s*#\s*/y));
    return value;
  }

  private readPart(): string | undefined {
    const start = this.position;
    const opening = this.text[start];
    if (opening === '{') {
      const end = afterBraces(this.text, start);
      if (end === undefined) return undefined;
      this.position = end;
      return this.text.slice(start + 1, end - 1);
    }
    if (opening === '"') return this.readQuoted(start);
    const bare = this.take(/[^\s,{}()"#=]+/y);
    return bare && (this.strings.get(bare.toLowerCase()) ?? bare);
  }

  private readQuoted(start: number): string | undefined {
    let depth = 0;
    for (let at = start + 1; at < this.text.length; at++) {
      const character = this.text[at];
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth <= 0) {
        this.position = at + 1;
        return this.text.slice(start + 1, at);
      }
    }
    return undefined;
  }
}
