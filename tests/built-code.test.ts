// What the code of both builds can reach: no code from elsewhere, no code out of text, no host that is not listed here with a reason.
// Needs `npm run build`s.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const output = fileURLToPath(new URL('../.output', import.meta.url));
const builds = ['chrome-mv3', 'firefox-mv3'] as const;

/** Why an address with this host stands in what ships. What is asked by ourselves is what the policy lets through: `connect-src`. */
const hosts: Record<string, string> = {
  'huggingface.co': 'the feed, its pages as links, and pages that are annotated',
  'cdn-thumbnails.huggingface.co': 'small pictures, where the reader wants them',
  'hf.co': 'a short form of addresses of the feed’s pages, which is read',
  'arxiv.org': 'pages that are annotated, and links to them',
  '*.arxiv.org': 'match pattern of pages that are annotated',
  'export.arxiv.org': 'arXiv’s API: titles of saved papers that are not cached',
  'github.com': 'pages that are annotated, and links to them',
  'gist.github.com': 'pages that are annotated',
  'doi.org': 'a form of addresses of papers, which is read',
  '127.0.0.1': 'Zotero on the same machine; match pattern of its permission',
  '127.0.0.1:23119': 'Zotero on the same machine',
  'www.w3.org': 'names of markup languages (SVG, Atom), which nobody asks for',
  'tinyurl.com': 'within texts of Dexie’s errors',
  'bit.ly': 'within texts of Dexie’s errors',
};

/** Addresses put together from a host that is known at run time, or that of every site the reader may allow. */
const open = ['', '*', '*:443'];

const code = (build: string): { file: string; text: string }[] =>
  readdirSync(join(output, build), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:m?js|html|css|svg)$|^manifest\.json$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(output, build, file), 'utf8') }));

/** Hosts of all addresses in a text, also within templates: `https://${host}/` has the host ''. */
const hostsIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/(\$\{|[\w.*:-]*)/gi)].map(([, host = '']) =>
    host
      .replace('${', '')
      .replace(/[.:]+$/, '')
      .toLowerCase(),
  );

const makesCode =
  /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*[^)\s][^)]*|\bimportScripts\b|\bsetTimeout\(\s*['"`]/g;
const loadsCode =
  /\bimport\s*\(\s*['"`](?:https?:)?\/\/|\b(?:from|import)\s*['"`](?:https?:)?\/\/|<script[^>]+src=["']?(?:https?:)?\/\//gi;
const telemetry =
  /google-?analytics|googletagmanager|sentry\.|segment\.(?:com|io)|mixpanel|amplitude\.|posthog|plausible|matomo|datadog|bugsnag|\brollbar\b|sendBeacon|\bRTCPeerConnection\b|\bWebSocket\b|\bEventSource\b|\bWebTransport\b/gi;

/** lodash.merge asks so for the global object where there is neither `self` nor `global`; the policy would refuse it. */
const neverReached = 'Function(`return this`';

describe('the patterns below', () => {
  it.each([
    ['eval(text)', makesCode],
    ['new Function("return 1")', makesCode],
    [';Function(`return this`)()', makesCode],
    ['importScripts("a.js")', makesCode],
    ['import("https://example.org/a.js")', loadsCode],
    ["import{a}from'//example.org/a.js'", loadsCode],
    ['<script defer src="https://example.org/a.js">', loadsCode],
    ['navigator.sendBeacon(url)', telemetry],
    ['https://www.google-analytics.com/collect', telemetry],
  ])('know %s', (text, pattern) => {
    expect(text.match(pattern)).not.toBeNull();
  });

  it('know hosts in every form', () => {
    const text = `fetch("https://One.example/a"); 'https://\${host}/b'; //https://*.two.example/*; "wss://three.example:443"`;
    expect(hostsIn(text)).toEqual(['one.example', '', '*.two.example', 'three.example:443']);
  });
});

describe.each(builds)('the code of %s', (build) => {
  const files = code(build);
  const matches = (pattern: RegExp) =>
    files.flatMap(({ file, text }) => (text.match(pattern) ?? []).map((found) => `${file}: ${found}`));

  it('is there to be judged', () => {
    expect(files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['background.js', 'popup.html', 'manifest.json']),
    );
  });

  it('makes no code out of text', () => {
    expect(matches(makesCode).filter((found) => !found.includes(neverReached))).toEqual([]);
  });

  it('loads no code from elsewhere', () => {
    expect(matches(loadsCode)).toEqual([]);
  });

  it('knows nobody to report to, and no way out but fetch', () => {
    expect(matches(telemetry)).toEqual([]);
  });

  it('names no host but those of the list, each for its reason', () => {
    const found = new Set(files.flatMap(({ text }) => hostsIn(text)));
    expect([...found].filter((host) => !open.includes(host) && !(host in hosts))).toEqual([]);
    expect(Object.keys(hosts).filter((host) => !found.has(host))).toEqual([]);
  });
});
