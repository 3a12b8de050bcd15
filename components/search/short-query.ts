// The reader's own words inside a sentence of ours. Pure.

const shown = 80;

/** The query as it is, or its beginning with `…` where a whole page was pasted. */
export function shortQuery(query: string): string {
  const characters = [...query.slice(0, 2 * shown)];
  return characters.length < shown
    ? query
    : `${characters
        .slice(0, shown - 1)
        .join('')
        .trimEnd()}…`;
}
