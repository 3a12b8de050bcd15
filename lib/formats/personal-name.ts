// Splits the name of an author, as feeds write it, into the parts reference managers ask for. Pure; a guess where languages differ.

export interface PersonalName {
  given: string;
  /** In lower case, as `van der`; '' where there is none. Those with capitals belong to the family name. */
  particle: string;
  family: string;
  /** `Jr.`, `III` */
  suffix: string;
}

/** A team, a company, or a name of which nobody can tell what is what. */
export interface LiteralName {
  literal: string;
}

/** In lower case; with a capital, too, where they stand right before the family name. `bin` is a Chinese given name with a capital. */
const particles = new Set(
  'van von vom vanden der den de del della dello di da das do dos du la las le los el al ter ten te af av zu zur zum ibn bin'.split(
    ' ',
  ),
);

const suffixes = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

const collective =
  /(?:^|[\s-])(?:team|group|labs?|consortium|collaboration|project|inc|ltd|initiative|community|institute|university|alliance|committee|foundation|network|corporation)\.?(?=$|[\s-])/i;

/** Scripts whose names are written family first, or without spaces. */
const familyFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What separates names or their parts in some format or other. */
const dividing = /[,;={}\\]|\d|(?:^|\s)(?:and|et al\.?|others)(?=\s|$)/i;

/** Where Van and Le are middle names. */
const vietnamese =
  /^(?:nguyen|tran|pham|hoang|huynh|phan|vu|vo|dang|bui|ngo|duong|ly|ho|do|hai|trinh|dinh)$/i;

/** `name` on one line, as `Given van der Family Jr.`. Joined again with spaces the parts give the name. */
export function splitName(name: string): PersonalName | LiteralName {
  const words = name.split(' ');
  if (words.length < 2 || collective.test(name) || familyFirst.test(name) || dividing.test(name)) {
    return { literal: name };
  }
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '', words[start] ?? '')) start--;
  if (particles.has(words[0] ?? '')) return { literal: name };
  let familyStart = start;
  while (familyStart < words.length - 1 && particles.has(words[familyStart] ?? '')) familyStart++;
  return {
    given: words.slice(0, start).join(' '),
    particle: words.slice(start, familyStart).join(' '),
    family: words.slice(familyStart).join(' '),
    suffix,
  };
}

function isParticle(word: string, next: string): boolean {
  if (particles.has(word)) return true;
  const lower = word.toLowerCase();
  return /^\p{Lu}\p{Ll}/u.test(word) && particles.has(lower) && lower !== 'bin' && !vietnamese.test(next);
}
