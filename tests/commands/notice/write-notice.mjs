// @ts-check
// The notice that ships beside the code of others. Pure: licences in, text out.

/** @typedef {import('./licence-of.mjs').Licence} Licence */

/** Licences under which code may be in what ships. One that is not here is a question for a human. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
];

const opening = `Papergloss is under the MIT licence. It is built with the packages below, and holds code of most of them. Each is listed with its
licence, its copyright and where its sources are; the texts of the licences follow, each once for the packages it belongs to.
Their code is unchanged but for what a bundler does: parts that are not used are left out, and names are shortened.

This file is written by \`npm run notice\`.`;

const rule = '='.repeat(80);

/** Texts that differ in line ends, case, marks and title only are one text. @param {string} text */
const wordsOf = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^.{0,100}?(?=permission is hereby granted|permission to use)/, '')
    .trim();

/** How the terms begin of which a package may leave the text to others: some say `MIT` and bring no file. */
const beginnings = {
  MIT: 'permission is hereby granted',
  ISC: 'permission to use copy modify and or distribute',
};

/** @typedef {{ text: string, of: Licence[] }} Group packages under one text; '' where there is none */

/**
 * The packages by the text of their licence, the most usual first. Those that bring none have the most usual one of their licence.
 * @param {Licence[]} licences
 * @returns {Group[]}
 */
function byText(licences) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const licence of licences.filter(({ text }) => text !== '')) {
    const words = wordsOf(licence.text);
    const group = groups.get(words) ?? { text: licence.text, of: [] };
    group.of.push(licence);
    groups.set(words, group);
  }
  const usual = [...groups].sort(([, one], [, other]) => other.of.length - one.of.length);
  /** @type {Group} */
  const none = { text: '', of: [] };
  for (const licence of licences.filter(({ text }) => text === '')) {
    const beginning = Object.entries(beginnings).find(([id]) => id === licence.id)?.[1];
    const like = beginning && usual.find(([words]) => words.startsWith(beginning))?.[1];
    (like || none).of.push(licence);
  }
  return [...usual.map(([, group]) => group), ...(none.of.length > 0 ? [none] : [])];
}

/** @param {Licence} licence */
const entry = ({ name, version, id, source, holders, notice }) =>
  [`${name}@${version} (${id})`, ...(source ? [source] : []), ...holders, ...(notice ? [notice] : [])]
    .join('\n')
    .replace(/\n(?=.)/g, '\n  ');

/**
 * @param {Licence[]} licences
 * @returns {string} the whole file
 * @throws where a package comes under a licence that is not allowed, or without a text that its licence wants passed on
 */
export function writeNotice(licences) {
  const refused = licences.filter(
    ({ id, text }) =>
      !allowedLicences.includes(id) || (text === '' && !(id in beginnings) && id !== 'CC0-1.0'),
  );
  if (refused.length > 0) {
    throw new Error(
      `Not allowed in what ships: ${refused.map(({ name, id }) => `${name} (${id})`).join(', ')}`,
    );
  }
  const texts = byText(licences).map(({ text, of }) => {
    const names = of.map(({ name }) => name).sort();
    return `${rule}\n${names.join('\n')}\n${rule}\n\n${text || 'These packages waive all rights and bring no text.'}`;
  });
  return `${[opening, ...licences.map(entry), ...texts].join('\n\n')}\n`;
}
