// Where what is written down about a captured page is wrong, or asks for what we will not do; each with the reason.

interface Exceptions {
  /** Listed, and rightly not found. */
  missed?: string[];
  /** Found, not listed, and there all the same. */
  alsoThere?: string[];
}

const exceptions: Record<string, Exceptions> = {
  // Line 6490: `https: //github.com/AkierRaee/BlitzGS`. A stray space hid the address, which is written out all the same.
  'arxiv/list-cs.CV-new-2000.html': { alsoThere: ['repository:akierraee/blitzgs'] },
  // Line 8: `<template shadowrootmode="closed">`. What a page has closed is its own; we close ours, too.
  'torture/iframes-shadow-templates.html': { missed: ['paper:2203.00007'] },
};

export const exceptionsOf = (file: string): Exceptions => exceptions[file] ?? {};
