// @ts-check
// A style sheet as a file of its own, as on the real sites: the browser paints nothing before it has come.
import { readFileSync } from 'node:fs';

/** ms until it comes, about what the real ones take at their best */
const delay = 150;

/**
 * @param {string} path where the site serves it
 * @param {URL} file
 * @returns {{ path: string, serve: (response: import('node:http').ServerResponse) => void }}
 */
export function styleSheet(path, file) {
  const text = readFileSync(file, 'utf8');
  return {
    path,
    serve(response) {
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'text/css' });
        response.end(text);
      }, delay);
    },
  };
}
