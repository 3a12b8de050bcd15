// @ts-check
// Reads listing.md, the texts for the stores' forms, and holds them against what the extension asks for. Pure: text in, text out.

/**
 * @typedef {object} Listing
 * @property {Record<string, string>} texts plain text by the heading above it
 * @property {Record<string, string>} permissions why each is asked for, by its name in the manifest (code in the heading)
 */

/** Of the Chrome Web Store, for `description` in the manifest; the others allow more. */
export const longestSummary = 132;

/** @param {string} markdown @returns {[heading: string, body: string][]} what stands below each heading of this level */
function sections(markdown, level = '##') {
  const [, ...parts] = `\n${markdown}`.split(`\n${level} `);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return end < 0 ? [part.trim(), ''] : [part.slice(0, end).trim(), part.slice(end + 1)];
  });
}

/**
 * Markdown as the stores' plain text fields want it: a paragraph or an item a line, no marks.
 * @param {string} markdown
 * @returns {string}
 */
export function plainText(markdown) {
  /** @type {string[]} */
  const lines = [];
  for (const line of markdown
    .trim()
    .split('\n')
    .map((text) => text.trim())) {
    const last = lines.at(-1);
    const startsAnew = line === '' || line.startsWith('- ') || last === undefined || last === '';
    if (startsAnew) lines.push(line);
    else lines[lines.length - 1] = `${last} ${line}`;
  }
  return lines.join('\n').replace(/^- /gm, '• ').replaceAll('`', '');
}

/**
 * @param {string} markdown
 * @returns {Listing}
 * @throws where two headings are the same, or nothing stands below one
 */
export function parseListing(markdown) {
  /** @type {Record<string, string>} */
  const texts = {};
  /** @type {Record<string, string>} */
  const permissions = {};
  /** @param {Record<string, string>} into @param {string} name @param {string} body */
  const keep = (into, name, body) => {
    const text = plainText(body);
    if (text === '' || name in into) throw new Error(`listing.md: "${name}" is there twice or empty`);
    into[name] = text;
  };
  for (const [heading, body] of sections(markdown)) {
    if (heading !== 'Permissions') keep(texts, heading, body);
    else for (const [name, why] of sections(body, '###')) keep(permissions, name.replaceAll('`', ''), why);
  }
  return { texts, permissions };
}

/**
 * Everything a manifest asks of the reader, now or later.
 * @param {{ permissions?: string[], optional_permissions?: string[], host_permissions?: string[], optional_host_permissions?: string[] }} manifest
 * @returns {string[]}
 */
export const askedFor = (manifest) => [
  ...(manifest.permissions ?? []),
  ...(manifest.optional_permissions ?? []),
  ...(manifest.host_permissions ?? []),
  ...(manifest.optional_host_permissions ?? []),
];

/**
 * The text for the form that asks why: each permission of the manifest with its reason.
 * @param {Listing} listing @param {Parameters<typeof askedFor>[0]} manifest
 * @returns {string}
 * @throws where one has no reason
 */
export function permissionsText({ permissions }, manifest) {
  const asked = askedFor(manifest);
  const unexplained = asked.filter((name) => permissions[name] === undefined);
  if (unexplained.length > 0) throw new Error(`listing.md does not say why: ${unexplained.join(', ')}`);
  return asked.map((name) => `${name}\n${permissions[name]}`).join('\n\n');
}

/**
 * Name and short description in one language, which stores read from the package.
 * @param {Record<string, { message: string }>} messages of `_locales`
 * @returns {{ name: string, summary: string }}
 * @throws where one is missing or the description is longer than the stores take
 */
export function namesOf(messages) {
  const name = messages.extensionName?.message;
  const summary = messages.extensionDescription?.message;
  if (!name || !summary) throw new Error('extensionName or extensionDescription is missing');
  if (summary.length > longestSummary)
    throw new Error(`extensionDescription has ${summary.length} characters, more than ${longestSummary}`);
  return { name, summary };
}
