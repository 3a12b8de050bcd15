// Which mentions of a page would only say again what another one says. Pure.
import type { Mention } from '../sites/types';

/**
 * Tells whether a mention says nothing new of a paper: a badge on a repository whose paper is named before it, as in "paper, code".
 * Before means earlier among `mentions`. False for what is not among them.
 */
export function papersNamedBefore(mentions: readonly Mention[]): (id: string, mention: Mention) => boolean {
  const positions = new Map(mentions.map((mention, position) => [mention, position]));
  const firstNamed = new Map<string, number>();
  mentions.forEach(({ target }, position) => {
    if (target.kind === 'paper' && !firstNamed.has(target.id)) firstNamed.set(target.id, position);
  });
  return (id, mention) =>
    mention.target.kind === 'repository' &&
    mention.form === 'badge' &&
    (firstNamed.get(id) ?? Number.POSITIVE_INFINITY) < (positions.get(mention) ?? 0);
}
