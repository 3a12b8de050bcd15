// @ts-check
// Writes the pages of the stand-in web: a template tag that escapes every value, and the answers that carry pages and JSON.

/** Text that is already HTML. */
class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {unknown} value @returns {string} */
function write(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * HTML with every value escaped, except what `html` or `raw` made; lists are joined, `undefined`, `null` and `false` vanish.
 * @param {TemplateStringsArray} strings @param {unknown[]} values
 */
export function html(strings, ...values) {
  return new Html(
    strings.map((part, index) => part + (index < values.length ? write(values[index]) : '')).join(''),
  );
}

/** Trusted text, as it is: styles and scripts from this folder. @param {string} text */
export const raw = (text) => new Html(text);

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Html} page
 * @param {{ status?: number, headers?: Record<string, string> }} [options]
 */
export function sendPage(response, page, { status = 200, headers = {} } = {}) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(`<!DOCTYPE html>\n${page}`);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} value
 * @param {{ status?: number, headers?: Record<string, string> }} [options]
 */
export function sendJson(response, value, { status = 200, headers = {} } = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}
