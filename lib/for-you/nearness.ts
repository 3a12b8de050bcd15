// How near papers stand to those the reader has had to do with, from lists found beforehand. Pure.

/** By paper: the position of each one of the reader's papers it is near to, with how near, above 0 and at most 1. */
export type Nearness = ReadonlyMap<string, ReadonlyMap<number, number>>;

interface Listed {
  id: string;
  /** Nearest first. */
  neighbours: readonly string[];
}

/** Halved at the sixth place. */
const closenessAt = (place: number): number => 1 / (1 + place / 5);

/** What two equal lists of ten papers come to: lists that are stored have no more. */
const equalLists = Array.from({ length: 10 }, (_, place) => closenessAt(place) ** 2).reduce(
  (sum, one) => sum + one,
);

/**
 * Of two papers in each other's lists the higher place counts. Those whose lists name the same others are near as well, by how much of
 * the lists is the same: lists are short and reach over all that is cached, so that a paper of today is in few of them.
 */
export function nearnessOf(theirs: readonly Listed[], papers: readonly Listed[]): Nearness {
  const naming = new Map<string, [position: number, closeness: number][]>();
  for (const [position, { neighbours }] of theirs.entries()) {
    for (const [place, other] of neighbours.entries()) {
      const known = naming.get(other);
      if (known) known.push([position, closenessAt(place)]);
      else naming.set(other, [[position, closenessAt(place)]]);
    }
  }
  const positions = new Map(theirs.map(({ id }, position) => [id, position]));
  return new Map(
    papers.map(({ id, neighbours }) => {
      const near = new Map<number, number>();
      for (const [place, other] of neighbours.entries()) {
        for (const [position, closeness] of naming.get(other) ?? []) {
          const shared = (closeness * closenessAt(place)) / equalLists;
          near.set(position, Math.min(1, (near.get(position) ?? 0) + shared));
        }
      }
      const note = (position: number, closeness: number) =>
        near.set(position, Math.max(near.get(position) ?? 0, closeness));
      for (const [position, closeness] of naming.get(id) ?? []) note(position, closeness);
      for (const [place, other] of neighbours.entries()) {
        const position = positions.get(other);
        if (position !== undefined) note(position, closenessAt(place));
      }
      return [id, near] as const;
    }),
  );
}
