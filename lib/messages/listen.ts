// The receiving end in the background: sender judged, payload validated, one handler a message type, errors as codes.
import * as z from 'zod/mini';
import { payloadSchemas } from './payload-schemas';
import type { FailureCode, MessageType, Reply, Request, Response } from './protocol';
import { mayAsk, roleOfSender, type Sender } from './sender';

export type Handlers = {
  [T in MessageType]: (request: Request<T>, sender: Sender) => Promise<Response<T>>;
};

/** Turns an error into what the asker may know: a code, and a detail in English. */
export type Describe = (error: unknown) => { code: FailureCode; detail: string };

const envelope = z.strictObject({ type: z.string(), request: z.unknown() });

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(payloadSchemas, type);
}

const refuse = (code: FailureCode, detail: string): Reply<MessageType> => ({ ok: false, code, detail });

/**
 * Answers one message. Never rejects: unknown senders, unknown types and malformed payloads get a refusal,
 * a handler's error becomes the code `describe` gives it.
 */
export async function answer(
  message: unknown,
  sender: Sender,
  self: { id: string; origin: string },
  handlers: Handlers,
  describe: Describe,
): Promise<Reply<MessageType>> {
  const role = roleOfSender(sender, self);
  if (!role) return refuse('not-allowed', 'unknown sender');
  const parsed = envelope.safeParse(message);
  if (!parsed.success || !isMessageType(parsed.data.type)) return refuse('bad-request', 'unknown message');
  const { type } = parsed.data;
  if (!mayAsk(role, type)) return refuse('not-allowed', `${type} is not open to content scripts`);
  const request = payloadSchemas[type].safeParse(parsed.data.request);
  if (!request.success) return refuse('bad-request', `${type}: ${z.prettifyError(request.error)}`);
  try {
    const handle = handlers[type] as (request: unknown, sender: Sender) => Promise<Response<MessageType>>;
    return { ok: true, value: await handle(request.data, sender) };
  } catch (error) {
    return { ok: false, ...describe(error) };
  }
}
