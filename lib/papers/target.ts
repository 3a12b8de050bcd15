// What a place on a page names: a paper or a repository. Pure; shared by content scripts, messages and background.

export type Target = { kind: 'paper'; id: string } | { kind: 'repository'; slug: string };

/** One string per distinct target. Repositories are compared in lower case, as GitHub compares them. */
export function targetKey(target: Target): string {
  return target.kind === 'paper' ? `paper:${target.id}` : `repository:${target.slug.toLowerCase()}`;
}

/** How a reader writes it: the identifier, or `owner/name`. */
export function targetText(target: Target): string {
  return target.kind === 'paper' ? target.id : target.slug;
}
