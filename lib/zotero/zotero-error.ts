// Why nothing, or not everything, reached Zotero. Put into words by the page.

export type ZoteroErrorCode =
  /** Nobody answers: Zotero is not running, or does not let other programs talk to it. */
  | 'not-running'
  /** Somebody answers who is not Zotero. */
  | 'not-zotero'
  /** The reader did not allow Papergloss to talk to programs on this machine. */
  | 'not-allowed'
  /** Zotero takes nothing from this caller. */
  | 'refused'
  /** Zotero wants a later version of the connector's protocol. */
  | 'outdated'
  /** The call was made before: it may have been saved then. */
  | 'repeated'
  /** The library chosen in Zotero cannot be written to. */
  | 'read-only'
  /** Zotero took too long; it may still be saving. */
  | 'timeout'
  /** Zotero answered, but did not save. */
  | 'failed';

export class ZoteroError extends Error {
  override readonly name = 'ZoteroError';

  /** `detail`: one sentence in English. `saved`: how many items had been saved before. */
  constructor(
    readonly code: ZoteroErrorCode,
    detail: string,
    readonly saved = 0,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
