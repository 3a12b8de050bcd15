// Asking another context: one typed call. Validates nothing (the receiver does) and knows no browser API.
import type { FailureCode, MessageType, Reply, Request, Response } from './protocol';

/** The other side refused or failed; `code` says why, the message is its detail in English, for logs. */
export class MessageFailure extends Error {
  override readonly name = 'MessageFailure';
  constructor(
    readonly code: FailureCode,
    detail: string,
  ) {
    super(detail);
  }
}

export type Send = <T extends MessageType>(type: T, request: Request<T>) => Promise<Response<T>>;

/**
 * `post` is the browser's `runtime.sendMessage`.
 * The returned function rejects with a `MessageFailure` whose code is `internal` when nobody answered.
 */
export function createSend(post: (message: unknown) => Promise<unknown>): Send {
  return async <T extends MessageType>(type: T, request: Request<T>) => {
    const reply = (await post({ type, request })) as Reply<T> | undefined;
    if (!reply) throw new MessageFailure('internal', `no answer to ${type}`);
    if (!reply.ok) throw new MessageFailure(reply.code, reply.detail);
    return reply.value;
  };
}
