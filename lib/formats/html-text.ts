// Notes that other tools keep as HTML, as text. Knows paragraphs, line breaks and lists; everything else is dropped, nothing is run.

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** '' for markup without text. Text without markup comes back trimmed. Takes linear time. */
export function htmlText(html: string): string {
  if (!/<\/?[a-z]|&(?:#?\w{1,8});/i.test(html)) return html.trim();
  return html
    .replace(/<br ?\/?>|<\/(?:div|h\d|tr)>/gi, '\n')
    .replace(/<\/(?:p|ul|ol|blockquote)>/gi, '\n\n')
    .replace(/<li[^<>]*>/gi, '\n- ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => entityText(name) ?? whole)
    .replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entityText(name: string): string | undefined {
  if (!name.startsWith('#')) {
    const lower = name.toLowerCase();
    return Object.hasOwn(entities, lower) ? entities[lower] : undefined;
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
