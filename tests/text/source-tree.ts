// The sources as parsed, for tests about words and languages in them. Judges nothing itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree: its type, and whatever else nodes of that type have. */
export interface SyntaxNode {
  type: string;
  [part: string]: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Paths from the root of the files below `folder` whose names end in one of `endings`. */
export const filesBelow = (folder: string, ...endings: string[]): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => join(folder, file));

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every node of a source, parents first. Throws where the source cannot be parsed. */
export function nodesOf(file: string, source: string = textOf(file)): SyntaxNode[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: SyntaxNode[] = [];
  const waiting: unknown[] = [program];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) waiting.push(...value.toReversed());
    else if (isNode(value)) {
      nodes.push(value);
      waiting.push(
        ...Object.values(value)
          .filter((part) => typeof part === 'object' && part !== null)
          .toReversed(),
      );
    }
  }
  return nodes;
}
