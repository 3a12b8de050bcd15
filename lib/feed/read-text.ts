// Reads the body of an answer within a limit. Knows nobody's addresses and no formats; what is thrown is up to the caller.

export type UnreadBody =
  /** The connection broke off half way. */
  'broken-off' | 'too-large';

/**
 * The body as text, read in pieces so that an endless one is noticed in time. Throws what `failure` makes of a body that breaks off
 * or has more than `maxBytes` bytes; what then still comes is the caller's to cancel.
 */
export async function readText(
  response: Response,
  maxBytes: number,
  failure: (why: UnreadBody, cause?: unknown) => Error,
): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause) => {
        throw failure('broken-off', cause);
      });
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw failure('too-large');
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    reader.releaseLock();
  }
}
