// What there is to say of each kind of page without its adapter: for our own pages, which list them and read none. The build leaves
// nothing else of the files that are asked for in this way.

export interface AdapterKind {
  /** Of the adapter: `arxiv-abstract`. */
  id: string;
  /** The month (`2026-11`) of the newest page the adapter was written against. */
  fixtureDate: string;
}

const kinds = import.meta.glob<AdapterKind>('./adapters/*.ts', {
  eager: true,
  import: 'default',
  query: '?kind',
});

/** By id. */
export const adapterKinds: readonly AdapterKind[] = Object.values(kinds)
  .map(({ id, fixtureDate }) => ({ id, fixtureDate }))
  .sort((one, other) => one.id.localeCompare(other.id, 'en'));
