// What the tests use of bibtex-parse, which comes without types.
declare module 'bibtex-parse' {
  export function entries(bibtex: string): ({ key: string; type: string } & Record<string, unknown>)[];
}
