// Which texts hold the words of a query, letter by letter. Pure; the search of the cache knows more (lib/related).

/** Lower case and without accents, so that `Muller` finds `Müller`. */
function foldCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Says of many texts whether they hold every word of `query`, anywhere and in any order. */
export function wordFilter(query: string): (texts: readonly (string | undefined)[]) => boolean {
  const words = foldCase(query).split(/\s+/).filter(Boolean);
  return (texts) => {
    if (words.length === 0) return true;
    const text = foldCase(texts.join('\n'));
    return words.every((word) => text.includes(word));
  };
}
