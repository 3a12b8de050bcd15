// The text of a file in tests/fixtures/formats.
import { readFileSync } from 'node:fs';

export const fixtureText = (name: string) =>
  readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url), 'utf8');
