// How far two words are apart by typing mistakes. Pure.

/**
 * Whether `b` comes of `a` by at most `most` mistakes: a letter too many, missing, wrong, or two neighbours swapped (optimal string
 * alignment). Works on bytes, and so counts an accented letter twice.
 */
export function isWithinEdits(a: Uint8Array, b: Uint8Array, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      );
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return false;
    beforeLast = last;
    last = current;
  }
  return (last[b.length] as number) <= most;
}
