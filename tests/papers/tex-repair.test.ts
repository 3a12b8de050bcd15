import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairTex } from '../../lib/papers/tex-repair';
import { anyText } from './any-text';

describe('repairTex', () => {
  it.each([
    // times
    ['a 57.51times speedup', 'a 57.51× speedup'],
    ['2times to 7times larger', '2× to 7× larger'],
    ['5-10\\times faster', '5-10× faster'],
    ['ImageNet 256times256 and 512{times}512', 'ImageNet 256×256 and 512×512'],
    ['64 times 288 times 512', '64 × 288 × 512'],
    ['a single 8timesA800 machine', 'a single 8×A800 machine'],
    ['up to times3.23 faster, Ntimes at most', 'up to ×3.23 faster, N× at most'],
    ['LLMtimesMapReduce', 'LLM×MapReduce'],
    // sim
    ['1.04sim2.2times faster', '1.04∼2.2× faster'],
    ['by 15timessim50times', 'by 15×∼50×'],
    ['sim24\\% of sim1,050 items, {sim} 1.5 s', '∼24% of ∼1,050 items, ∼1.5 s'],
    ['at sim!30 FPS with sim213K clips', 'at ∼30 FPS with ∼213K clips'],
    // relations and arrows
    ['(leq3B) geq 90% approx20%', '(≤3B) ≥ 90% ≈20%'],
    ['64.1 rightarrow 70.3, 3.38rightarrow3.75', '64.1 → 70.3, 3.38→3.75'],
    ['SFTrightarrowDPO, ARleftrightarrowEN', 'SFT→DPO, AR↔EN'],
    ['+20.86%uparrow', '+20.86%↑'],
    ['x!in!{4,8}', 'x∈{4,8}'],
    ['{pm1, pm i} and (pm1) and 5.3pm0.2', '{±1, ±i} and (±1) and 5.3±0.2'],
    ['eta_2propto d^{-1}', 'η₂∝ d⁻¹'],
    ['infty-RoPE in O(N^2 cdot T)', '∞-RoPE in O(N² · T)'],
    // degrees, superscripts, subscripts
    ['360^circ and 135^{circ} and 5.15{\\deg}', '360° and 135° and 5.15°'],
    ['(360^circtimes180^circ)', '(360°×180°)'],
    ['256^2 DA^{2} 2^{128} 10^-4', '256² DA² 2¹²⁸ 10⁻⁴'],
    ['A^* search', 'A* search'],
    ['the L_2 norm, ell_1, pi_0', 'the L₂ norm, ℓ₁, π₀'],
    ['tau^2-Bench', 'τ²-Bench'],
    // formulas with their delimiters
    ['$L_2$ Norm', 'L₂ Norm'],
    ['LLM$\\times$MapReduce', 'LLM×MapReduce'],
    ['Free$^2$Guide by $\\alpha$', 'Free²Guide by α'],
    ['\\( O(n^2) \\) time', 'O(n²) time'],
    // faces
    ['\\textit{local} \\textbf{27.2} textbf{C}ausal', 'local 27.2 Causal'],
    ['{\\em DeepSpeak} and teal{Tool-use}', 'DeepSpeak and Tool-use'],
    ['\\textbf{\\textit{both}} {kept}', 'both {kept}'],
    ['at \\url{https://example.org/a_b}', 'at https://example.org/a_b'],
    // escapes, accents, ties, quotes
    ['54.6\\% of Q\\&A for \\$5 at example.org/a\\_b', '54.6% of Q&A for $5 at example.org/a_b'],
    ['(\\eg, this), \\ie that, \\etc.', '(e.g., this), i.e. that, etc.'],
    ['Schr\\"odinger, Pok\\\'emon, na\\"{\\i}ve, It\\^o', 'Schrödinger, Pokémon, naïve, Itô'],
    ["the model\\'s", "the model's"],
    ['Extractor~(TE) found~at', 'Extractor (TE) found at'],
    ["``drop-in'' modules", '“drop-in” modules'],
    ['19.7\\,FPS vs.\\ 33', '19.7 FPS vs. 33'],
  ])('turns %j into %j', (text, repaired) => expect(repairTex(text)).toBe(repaired));

  it.each([
    '20-32 times longer, 5 times as many, sometimes, 3 timesteps, timestep 2',
    'sim2real, sim-to-real, the sim policy, similar, https://sim2reason.github.io',
    'approximately 5, approx. 35K, https://example.org/draft-based-approx-llm',
    'Ineq-Comp, 3 pm, (pm2.5), (pm10), the phi-4 model, delta rule, tau-bench, Delta Attention',
    '1to1, 10^10, 2^2.5, x^{1/3}, π_{0.5}, pi05, d_in, file_1, fix_1@1',
    'from $5 to $9, $630K, cheap ($) or dear ($$)',
    '~145 words, 10~100, the \\method and \\ours',
    'built-in, plug-in, "in" a funny tone, to and in and left and right',
    '{a} plain {set} of {braces}',
  ])('leaves %j alone', (text) => expect(repairTex(text)).toBe(text));

  it('keeps line breaks where they are', () =>
    expect(repairTex('57times\nfaster\r\n 3\\%')).toBe('57×\nfaster\r\n 3%'));

  const fragments = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '\\',
            '{',
            '}',
            '$',
            '^',
            '_',
            '~',
            '!',
            '`',
            "'",
            '"',
            ' ',
            '1',
            '2.5',
            'x',
            'A',
            'times',
            'sim',
            'pm',
            'in',
            'leq',
          ],
          ...[
            'approx',
            'rightarrow',
            'circ',
            'deg',
            'pi',
            'ell',
            '\\textbf{',
            'texttt{',
            '\\%',
            '\\times',
            '\\eg',
            '(',
            ')',
            '-',
          ],
        ),
        anyText,
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('changes nothing the second time', () =>
    fc.assert(
      fc.property(fragments, (text) => {
        const once = repairTex(text);
        expect(repairTex(once)).toBe(once);
      }),
      { numRuns: 2000 },
    ));

  it('never makes a text more than twice as long', () =>
    fc.assert(
      fc.property(fragments, (text) => {
        expect(repairTex(text).length).toBeLessThanOrEqual(2 * text.length);
      }),
    ));

  it('leaves a text alone that was built never to settle', () => {
    const text = `${'\\text\\textbf{bf'.repeat(50)}{x}${'}'.repeat(100)}`;
    expect(repairTex(repairTex(text))).toBe(repairTex(text));
  });

  it('answers for long hostile text', () => {
    for (const piece of [
      '\\',
      '\\(',
      '{',
      '}',
      '`',
      '$a',
      '^',
      '_',
      'sim1',
      '1',
      '\\textbf{',
      'Atimes',
      '(pm ',
      ' ',
    ]) {
      const text = piece.repeat(300_000 / piece.length);
      expect(repairTex(text).length).toBeLessThanOrEqual(2 * text.length);
    }
  });
});

const daysFolder = new URL('../../../shared/feed/days/', import.meta.url);
const present = existsSync(daysFolder);

describe('the texts of the real feed', () => {
  it.skipIf(!present)(
    'lose their lost multiplication signs and escaped per cents (needs ../shared/feed)',
    () => {
      let repaired = 0;
      const left: string[] = [];
      for (const file of readdirSync(daysFolder)) {
        const items: { title: string; paper: { summary: string } }[] = JSON.parse(
          readFileSync(new URL(file, daysFolder), 'utf8'),
        );
        for (const text of items.flatMap(({ title, paper }) => [title, paper.summary])) {
          const result = repairTex(text);
          if (result !== text) repaired++;
          if (/\\%|\dtimes(?![a-z])|\^\{?circ/.test(result)) left.push(result);
        }
      }
      expect(repaired).toBeGreaterThan(500);
      expect(left).toEqual([]);
    },
  );
});
