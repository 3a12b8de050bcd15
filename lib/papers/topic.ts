// What many papers of a month are about. Types only.

export interface Topic {
  /** As most papers write it. */
  keyword: string;
  /** How many papers carry it. */
  papers: number;
  /** Their upvotes together: what the chart is drawn by. */
  upvotes: number;
}
