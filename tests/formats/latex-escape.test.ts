// Text as LaTeX and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHarmlessFormula } from '../../lib/formats/harmless-formula';
import { escapeLatex, unescapeLatex } from '../../lib/formats/latex-escape';
import { arrows, foreignOperators, letters } from '../../lib/papers/tex-symbols';
import { anyText } from './example-entries';
import { parseBibtex } from './parse-bibtex';

describe('escaped text', () => {
  it.each([
    ['R&B: 90% of #1', String.raw`R\&B: 90\% of \#1`],
    ['snake_case', String.raw`snake\_case`],
    ['A^2FM ~ B', String.raw`A\textasciicircum{}2FM \textasciitilde{} B`],
    ['From P(y|x) to P(y)', String.raw`From P(y\textbar{}x) to P(y)`],
    ['a\\b', String.raw`a\textbackslash{}b`],
    ['{4,8}', String.raw`\{4,8\}`],
    ['a } b { c', String.raw`a \textbraceright{} b \textbraceleft{} c`],
    ['half { open', String.raw`half \textbraceleft{} open`],
    ['<b>bold</b>', String.raw`\textless{}b\textgreater{}bold\textless{}/b\textgreater{}`],
    ['in---between', 'in-{}-{}-between'],
    ["``quoted''", "`{}`quoted'{}'"],
    ["of `Constitutions'", "of `Constitutions'"],
    ['What?`', 'What?{}`'],
    ['Éric 王 π', 'Éric 王 π'],
  ])('%s is %s', (text, latex) => {
    expect(escapeLatex(text)).toBe(latex);
  });

  it.each([
    ['with $200k', String.raw`with \$200k`],
    ['between $5-$10', String.raw`between \$5-\$10`],
    ['costs $5 and $10 more', String.raw`costs \$5 and \$10 more`],
    ['$OneMillion$-Bench', String.raw`\$OneMillion\$-Bench`],
    ['$\\input{/etc/passwd}$', String.raw`\$\textbackslash{}input\{/etc/passwd\}\$`],
    ['$x^$', String.raw`\$x\textasciicircum{}\$`],
    ['$x^2^3$', String.raw`\$x\textasciicircum{}2\textasciicircum{}3\$`],
    ['$\\alpha}{$', String.raw`\$\textbackslash{}alpha\textbraceright{}\textbraceleft{}\$`],
    ['$x$ and $y', String.raw`$x$ and \$y`],
  ])('%s holds no formula TeX could trip over: %s', (text, latex) => {
    expect(escapeLatex(text)).toBe(latex);
  });

  it.each([
    ['$\\alpha$-divergence & co', '$\\alpha$-divergence \\& co', 'α-divergence & co'],
    ['Free$^2$Guide', 'Free$^2$Guide', 'Free²Guide'],
    ['$\\tau^{2}$-Bench', '$\\tau^{2}$-Bench', 'τ²-Bench'],
    ['$L_2$ Norm', '$L_2$ Norm', 'L₂ Norm'],
    ['$f$-Divergence_x', '$f$-Divergence\\_x', 'f-Divergence_x'],
    ['$\\textbf{Only-IF}$:', '$\\textbf{Only-IF}$:', '<b>Only-IF</b>:'],
  ])('%s keeps its formula: %s', (text, latex, read) => {
    expect(escapeLatex(text)).toBe(latex);
    expect(parseBibtex(`@misc{a, title = {${latex}}}`)).toMatchObject({
      errors: [],
      papers: [{ title: read }],
    });
  });

  it.each(Object.keys({ ...letters, ...foreignOperators, ...arrows }))(
    '\\%s is a symbol everybody reads',
    (name) => {
      expect(isHarmlessFormula(`\\${name}`)).toBe(true);
      expect(parseBibtex(`@misc{a, title = {$\\${name}$}}`).errors).toEqual([]);
    },
  );

  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeLatex(escapeLatex(text))).toBe(text);
      }),
    );
  });

  it('has balanced braces even for those who count escaped ones', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let depth = 0;
        for (const character of escapeLatex(text)) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it('holds no command but its own, whatever it is given', () => {
    const own =
      /^\\(?:[&%$#_{}]|text(?:backslash|asciitilde|asciicircum|less|greater|bar|braceleft|braceright)\{\})/;
    fc.assert(
      fc.property(anyText, (text) => {
        const latex = escapeLatex(text.replaceAll('$', ''));
        for (const { index } of latex.matchAll(/(?<!\\)\\/g)) expect(latex.slice(index)).toMatch(own);
        expect(latex.replace(/\\./g, '')).not.toMatch(/[%&#_~^$]/);
      }),
    );
  });
});

describe('LaTeX of others', () => {
  it('is left as it is', () => {
    expect(unescapeLatex(String.raw`\emph{x} \frac{1}{2} $\alpha_1$`)).toBe(
      String.raw`\emph{x} \frac{1}{2} $\alpha_1$`,
    );
  });
});
