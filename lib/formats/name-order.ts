// Names of authors in the order they are spoken. Pure.

/** `Last, First` and `Last, First, Jr.`, as RIS and Zotero's CSV write names, with the given name first. Others stay as they are. */
export function inOrder(name: string): string {
  const [last = '', first = '', ...suffixes] = name.split(/\s*,\s*/);
  return [first, last, ...suffixes].filter(Boolean).join(' ').trim();
}
