// @ts-check
// The corpus of a feed that attacks: at least 500 payloads, the same ones for the same seed, and the answers of the feed that carry
// them. Knows no test runner, so that the bench can count with it. Serves nothing itself.
import * as addresses from './payload-addresses.mjs';
import * as kinds from './payload-kinds.mjs';

/**
 * @typedef {'element' | 'handler' | 'link' | 'host' | 'bidi' | 'invisible' | 'language' | 'prototype' | 'unicode' | 'type'
 *   | 'nested' | 'long' | 'mixed'} Kind
 * @typedef {{ kind: Kind, value: unknown }} Payload
 */

/** A few million numbers without a visible pattern, the same ones for the same seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed >>> 0;
  /** @param {number} below */
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {number} depth @param {'[' | '{'} bracket @returns {unknown} */
function nested(depth, bracket) {
  /** @type {unknown} */
  let value = kinds.hit;
  for (let level = 0; level < depth; level++) value = bracket === '[' ? [value] : { paper: value };
  return value;
}

/** JSON.parse makes own properties of these names, which a literal would not. @param {string} key */
const withKey = (key) =>
  JSON.parse(`{"${key}":{"title":"<b>polluted</b>","name":"polluted","isAdmin":true}}`);

/** @template A, B @param {readonly A[]} first @param {readonly B[]} second @returns {[A, B][]} */
const pairs = (first, second) => first.flatMap((a) => second.map((b) => /** @type {[A, B]} */ ([a, b])));

/** @returns {Payload[]} */
function systematic() {
  /** @param {Kind} kind @param {readonly unknown[]} values */
  const all = (kind, values) => values.map((value) => ({ kind, value }));
  const { hit, elsewhere } = kinds;
  return [
    ...all('element', kinds.elements),
    ...all(
      'element',
      kinds.breakouts.map((out) => `${out}<img src=https://${elsewhere}/x onerror=${hit}>`),
    ),
    ...all(
      'handler',
      pairs(kinds.carriers, kinds.handlers).map(
        ([tag, on]) =>
          `<${tag} src=x href=x tabindex=0 autofocus open style="animation:a 1s" ${on}="${hit}">`,
      ),
    ),
    ...all(
      'link',
      pairs(addresses.schemes, addresses.disguises).map(([scheme, [, write]]) => `${write(scheme)}${hit}`),
    ),
    ...all(
      'link',
      addresses.otherSchemes.map((scheme) => `${scheme}${elsewhere}/x`),
    ),
    ...all('host', addresses.hosts),
    ...all(
      'bidi',
      kinds.bidiControls.flatMap((mark) => [`${mark}gnp.exe`, `A ${mark}title`, mark.repeat(300)]),
    ),
    ...all('bidi', ['\u05d0\u05d1\u05d2 (1) 2 :', '\u0639\u0646\u0648\u0627\u0646 > <b>', '(((\u05d0']),
    ...all(
      'invisible',
      kinds.invisible.flatMap((mark) => [mark, mark.repeat(50), `a${mark}b`]),
    ),
    ...all('language', kinds.otherLanguages),
    ...all(
      'prototype',
      kinds.prototypeKeys.flatMap((key) => [key, withKey(key), [withKey(key)]]),
    ),
    ...all(
      'unicode',
      kinds.brokenUnicode.flatMap((text) => [text, `A title ${text} goes on`]),
    ),
    ...all('type', kinds.wrongTypes),
    ...all('nested', [nested(10, '{'), nested(2_000, '['), nested(2_000, '{')]),
    ...all('long', ['W'.repeat(20_000), 'a b '.repeat(5_000), '<b>'.repeat(7_000), '\u202e'.repeat(3_000)]),
  ];
}

/**
 * At least `count` payloads, the same ones for the same `seed`: every kind on its own, then mixtures of them.
 * @param {{ seed?: number, count?: number }} [options] default: 7, 560
 * @returns {Payload[]}
 */
export function hostilePayloads({ seed = 7, count = 560 } = {}) {
  const own = systematic();
  const texts = own
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string' && value.length < 500);
  const random = randomNumbers(seed);
  const piece = () => texts[random(texts.length)];
  const mixed = Array.from({ length: Math.max(0, count - own.length) }, () => ({
    kind: /** @type {const} */ ('mixed'),
    value: `${piece()}${['', ' ', '"', '\u202e', '</p>'][random(5)]}${piece()}`,
  }));
  return [...own, ...mixed];
}

/** An identifier of its own for each, of a month the feed's fixtures do not use. @param {number} index */
export const hostileId = (index) => `2605.${String(10_000 + index)}`;

/**
 * One item of a day with the payload wherever the feed has a text, a link or a list, and a valid identifier unless `id` is another.
 * @param {unknown} value @param {string} id
 */
export function hostileItem(value, id) {
  const name = { name: value, fullname: value, avatar: value, _id: value, user: { fullname: value } };
  return {
    title: value,
    summary: value,
    thumbnail: value,
    mediaUrls: [value],
    publishedAt: value,
    numComments: value,
    submittedBy: name,
    organization: name,
    isAuthorParticipating: value,
    paper: {
      id,
      // The feed's title around it comes first; where it is empty or no text, this one is shown.
      title: typeof value === 'string' ? `Inside ${value}` : value,
      summary: value,
      authors: [name, { name: value }, value, { name: 'Ada' }],
      publishedAt: value,
      submittedOnDailyAt: value,
      upvotes: typeof value === 'number' ? value : id.length,
      submittedOnDailyBy: name,
      organization: name,
      ai_summary: value,
      ai_keywords: [value, value, 'plain'],
      githubRepo: value,
      githubStars: value,
      projectPage: value,
      thumbnail: value,
      mediaUrls: [value],
      comments: value,
      ...(typeof value === 'object' && !Array.isArray(value) ? value : {}),
    },
  };
}

/**
 * Answers of the feed, a list a day: each payload in an item of its own, every tenth text as an identifier, too.
 * @param {Payload[]} payloads @param {number} [perDay] default: 90, less than a page of the feed
 * @returns {object[][]}
 */
export function asFeedDays(payloads, perDay = 90) {
  const items = payloads.flatMap(({ value }, index) => {
    const item = hostileItem(value, hostileId(index));
    const named = index % 10 === 0 && typeof value === 'string' ? [hostileItem('A title', value)] : [];
    return [item, ...named];
  });
  return Array.from({ length: Math.ceil(items.length / perDay) }, (_, day) =>
    items.slice(day * perDay, (day + 1) * perDay),
  );
}

/** One text of ten million characters in each place that holds one; one item, lest the answer grow beyond what is read. */
export const enormousItems = () => [
  [{ ...hostileItem('plain', '2605.90001'), title: `Enormous ${'W'.repeat(10_000_000)}` }],
  [
    {
      title: 'An enormous abstract',
      paper: { id: '2605.90002', title: 'x', summary: 'ab '.repeat(3_333_333) },
    },
  ],
  [
    {
      title: 'An enormous list',
      paper: { id: '2605.90003', title: 'x', ai_keywords: Array(2_000_000).fill('k') },
    },
  ],
];
