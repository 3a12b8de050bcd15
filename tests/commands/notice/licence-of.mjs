// @ts-check
// Under which terms an installed package comes: identifier, copyright lines, text. Reads files; judges nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Licence
 * @property {string} name of the package
 * @property {string} version
 * @property {string} id of SPDX; `unknown` where the package names none
 * @property {string} source where its sources are, or ''
 * @property {string[]} holders its copyright lines
 * @property {string} text without those; '' where the package brings none
 * @property {string} notice of a NOTICE file, which Apache-2.0 wants passed on; or ''
 */

/** Of licences that are a list of packages within packages, only the first belongs to the package itself. */
const ofOthers = /\n#+ Licenses of bundled dependencies[\s\S]*$/;

/** @param {Record<string, any>} manifest package.json */
const idOf = ({ license, licenses }) => license ?? licenses?.[0]?.type ?? 'unknown';

/** @param {Record<string, any>} manifest package.json @returns {string} */
function authorOf({ author, name }) {
  const text = typeof author === 'string' ? author : author?.name;
  return (text ?? `the authors of ${name}`).replace(/\s*[<(].*$/, '');
}

/** @param {Record<string, any>} manifest package.json @returns {string} */
function sourceOf({ repository }) {
  const text = (typeof repository === 'string' ? repository : (repository?.url ?? '')).replace(/^git\+/, '');
  const address = text
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/');
  const ofGitHub = address.replace(/^(?:github:)?(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/');
  return ofGitHub.startsWith('https://') ? ofGitHub.replace(/\.git$/, '') : '';
}

/** A copyright line of its own, not the word within the terms. */
const holderLine = /^(?:Copyright (?:\([cC]\)|©|\d|[A-Z]\w+ [A-Z])|\([cC]\) \d{4}).*$/gm;

/** @param {string} folder @param {RegExp} name */
function readNamed(folder, name) {
  const file = readdirSync(folder).find((entry) => name.test(entry));
  return file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n') : '';
}

/** @param {string} text without lines that are empty at either end, and with single empty lines */
const tidy = (text) =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');

/**
 * @param {string} folder of an installed package
 * @returns {Licence}
 */
export function licenceOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const whole = readNamed(folder, /^licen[cs]e(?:\.(?:md|txt))?$/i).replace(ofOthers, '');
  const holders = (whole.match(holderLine) ?? []).map((line) => line.trim());
  return {
    name: manifest.name,
    version: manifest.version,
    id: idOf(manifest),
    source: sourceOf(manifest),
    holders: holders.length > 0 ? holders : [`Copyright (c) ${authorOf(manifest)}`],
    text: tidy(holders.length > 0 ? whole.replace(holderLine, '') : whole),
    notice: tidy(readNamed(folder, /^notice(?:\.(?:md|txt))?$/i)),
  };
}
