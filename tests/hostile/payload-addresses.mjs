// @ts-check
// Addresses a hostile feed may put where a link belongs: schemes that run or read something, disguised, and hosts that look like those we
// trust. Data only.

export const schemes = [
  'javascript:',
  'data:text/html,',
  'data:text/html;base64,',
  'blob:',
  'vbscript:',
  'file:///',
];
export const otherSchemes = [
  'http://',
  'ftp://',
  'chrome://',
  'about:',
  'view-source:',
  'filesystem:',
  'chrome-extension://',
  'ws://',
];

/** @type {[name: string, write: (scheme: string) => string][]} */
export const disguises = [
  ['plain', (scheme) => scheme],
  ['upper case', (scheme) => scheme.toUpperCase()],
  ['a tab inside', (scheme) => scheme.replace(/(.{3})/, '$1\t')],
  ['a line break inside', (scheme) => scheme.replace(/(.{2})/, '$1\n')],
  ['a control before', (scheme) => `\u0001${scheme}`],
  ['spaces before', (scheme) => `  ${scheme}`],
  ['an entity', (scheme) => scheme.replace(':', '&colon;')],
  ['https in front', (scheme) => `https:${scheme}`],
];

/** Addresses that look like those of hosts we trust, or are read differently by different readers. */
export const hosts = [
  'https://\u0430rxiv.org/abs/2412.17747',
  'https://arx\u0456v.org/abs/2412.17747',
  'https://g\u0456thub.com/owner/name',
  'https://github.com.canary.example/owner/name',
  'https://github.com@canary.example/owner/name',
  'https://github.com:pass@canary.example/owner/name',
  'https://canary.example/github.com/owner/name',
  'https://canary.example\\@github.com/owner/name',
  'https://github.com/owner/name/../../../evil',
  'https://github.com/owner/..%2f..%2fname',
  'https://github.com/<script>/name',
  'https://github.com/owner/name?"onmouseover=1',
  'https://github.com./owner/name',
  'https://xn--80ak6aa92e.com/owner/name',
  'https://huggingface.co.canary.example/papers/1',
  'https://cdn-thumbnails.huggingface.co.canary.example/social-thumbnails/papers/2412.17747.png',
  'https://cdn-thumbnails.huggingface.co@canary.example/social-thumbnails/papers/2412.17747.png',
  'https://cdn-thumbnails.huggingface.co:8443/social-thumbnails/papers/2412.17747.png',
  'https://cdn-thumbnails.huggingface.co/../../x.svg#<script>',
  'http://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.17747.png',
  '//canary.example/x.png',
  '\\\\canary.example\\x.png',
  'https:\\\\canary.example/x.png',
  'https://[::1]/x',
  'https://127.0.0.1/x',
  'https://0x7f.1/x',
  'https://2130706433/x',
  'https://localhost/x',
  'https:///canary.example',
  'https://',
  'https://%00canary.example/',
  'https://canary.example:0/',
  'https://canary.example:65536/',
  'https://ｃanary.example/',
  'https://canary。example/',
];
