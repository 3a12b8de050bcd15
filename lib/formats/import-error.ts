// Why nothing at all can be made of a file. Put into words by the page.

export type ImportErrorCode =
  /** More text or more papers than can be taken at once. */
  | 'too-large'
  /** Broken: it says what it is, but cannot be read as that. */
  | 'unreadable'
  /** Read, and no paper in it. */
  | 'nothing-found'
  /** Written by a later Papergloss. */
  | 'newer-version';

export class ImportError extends Error {
  override readonly name = 'ImportError';

  /** `detail`: one sentence in English, for the reader who wants to know more. */
  constructor(
    readonly code: ImportErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
