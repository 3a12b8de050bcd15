import { describe, expect, it } from 'vitest';
import { loadedFiles, pageResources, staticImports } from './size.mjs';

describe('what a part of the build loads', () => {
  it.each([
    ['import{a as b}from"./chunks/x.js";', ['./chunks/x.js']],
    ['import"./x.js";import e,{t}from"./y.js"', ['./x.js', './y.js']],
    ["import * as all from '/chunks/x.js';", ['/chunks/x.js']],
    ['var a=1;export{a}from"../x.js";export*from"./y.js"', ['../x.js', './y.js']],
    ['const late=()=>import("./late.js")', []],
    ['export default"./no.js";reimport"./no.js";x.import"./no.js"', []],
    ['import{a}from"package"', []],
  ])('reads the imports of %s', (code, expected) => {
    expect(staticImports(code)).toEqual(expected);
  });

  it('reads scripts, preloaded chunks and styles of a page', () => {
    const html = `<script type="module" crossorigin src="/chunks/popup.js"></script>
      <link rel="modulepreload" href="/chunks/a.js"><link rel="stylesheet" href="/assets/popup.css"><link rel="icon" href="/icon.png">`;
    expect(pageResources(html)).toEqual(['/chunks/popup.js', '/chunks/a.js', '/assets/popup.css']);
  });

  it('follows imports through shared chunks and counts each file once', () => {
    const files: Record<string, string> = {
      'popup.html':
        '<script src="/chunks/popup.js"></script><link rel="modulepreload" href="/chunks/shared.js">',
      'chunks/popup.js': 'import"./shared.js";import("./late.js")',
      'chunks/shared.js': 'import"./popup.js";import"../lib/deep.js"',
      'lib/deep.js': '',
    };
    const loaded = loadedFiles('popup.html', (file) => files[file] ?? '');
    expect(loaded.sort()).toEqual(['chunks/popup.js', 'chunks/shared.js', 'lib/deep.js', 'popup.html']);
  });
});
