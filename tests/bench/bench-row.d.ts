// What a benchmark is given and what it hands back. Types only.

export interface BenchContext {
  /** Of Chromium. */
  executablePath: string;
  /** Folder of the Chrome build. */
  extension: string;
}

export interface BenchRow {
  /** What was measured. */
  name: string;
  measured: number;
  /** The same work at its barest, in the same run; for a size its budget. */
  floor: number;
  /** Of both, e.g. `ms`. */
  unit: string;
  /** The ratio that should not be exceeded; absent for information. */
  goal?: number;
  /** Ratios of the single rounds, for the spread. */
  ratios?: number[];
}

/** Instead of rows, where something is missing. */
export interface Skipped {
  skipped: string;
}

/** The default export of a `*.bench.mjs`. No rows where it has printed figures of its own, which are no ratios. */
export type Bench = (context: BenchContext) => Promise<BenchRow[] | Skipped> | BenchRow[];
