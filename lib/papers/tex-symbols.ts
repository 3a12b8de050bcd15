// What TeX's names stand for, as far as abstracts use them. A table only: when a name may be read as TeX is decided in tex-repair.

const named = (pairs: string): Record<string, string> =>
  Object.fromEntries(pairs.split(' ').map((pair) => pair.split(':')));

/** Operators that are no English words: sure even where the backslash was lost. */
export const foreignOperators = named(
  'leq:≤ geq:≥ neq:≠ propto:∝ infty:∞ cdot:· langle:⟨ rangle:⟩ varepsilon:ε',
);

export const arrows = named('leftrightarrow:↔ rightarrow:→ leftarrow:← uparrow:↑ downarrow:↓');

/** Letters of formulas, also words (`pi`, `tau`) where nothing shows that they are not. */
export const letters = named(
  'alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ phi:φ ' +
    'chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Phi:Φ Psi:Ψ Omega:Ω ell:ℓ nabla:∇',
);

/** Everything that may stand behind a backslash. */
export const commands: Record<string, string> = {
  ...foreignOperators,
  ...arrows,
  ...letters,
  ...named('times:× sim:∼ pm:± le:≤ ge:≥ ne:≠ approx:≈ to:→ in:∈ dots:… ldots:… textgreater:> textless:<'),
  eg: 'e.g.',
  ie: 'i.e.',
  etc: 'etc.',
  etal: 'et al.',
};

/** TeX's accents as combining marks. */
export const accents: Record<string, string> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
};

/** `-3` → `⁻³` */
export function superscript(digits: string): string {
  return digits.replace(/[-\d]/g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt('-0123456789'.indexOf(sign)));
}

/** `12` → `₁₂` */
export function subscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
}
