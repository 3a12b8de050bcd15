// What arXiv's API says of a paper, cleaned. Types only.

export interface ArxivPaper {
  /** Without version. */
  id: string;
  /** One line, never empty. */
  title: string;
  /** One line; '' where there is none. */
  abstract: string;
  authors: string[];
  /** `YYYY-MM-DD`: the day of the first version, in UTC. */
  publishedAt?: string;
  /** Primary class: `cs.CL`, `hep-th`. */
  category?: string;
}
