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

/** Told once of each message that is refused: of which type it was, as far as it was one of ours, and why. */
export type OnRefused = (type: MessageType | 'unknown', code: FailureCode) => void;

const envelope = z.strictObject({ type: z.string(), request: z.unknown() });

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(payloadSchemas, type);
}

/**
 * Answers one message. Never rejects: unknown senders, unknown types and malformed payloads get a refusal, and no handler hears of
 * them; a handler's error becomes the code `describe` gives it.
 */
export async function answer(
  message: unknown,
  sender: Sender,
  self: { id: string; origin: string },
  handlers: Handlers,
  describe: Describe,
  onRefused: OnRefused = () => {},
): Promise<Reply<MessageType>> {
  const refuse = (type: Parameters<OnRefused>[0], code: FailureCode, detail: string): Reply<MessageType> => {
    onRefused(type, code);
    return { ok: false, code, detail };
  };
  const role = roleOfSender(sender, self);
  const parsed = envelope.safeParse(message);
  const type = parsed.success && isMessageType(parsed.data.type) ? parsed.data.type : 'unknown';
  if (!role) return refuse(type, 'not-allowed', 'unknown sender');
  if (!parsed.success || type === 'unknown') return refuse(type, 'bad-request', 'unknown message');
  if (!mayAsk(role, type)) return refuse(type, 'not-allowed', `${type} is not open to content scripts`);
  const request = payloadSchemas[type].safeParse(parsed.data.request);
  if (!request.success) return refuse(type, 'bad-request', `${type}: ${z.prettifyError(request.error)}`);
  try {
    const handle = handlers[type] as (request: unknown, sender: Sender) => Promise<Response<MessageType>>;
    return { ok: true, value: await handle(request.data, sender) };
  } catch (error) {
    return { ok: false, ...describe(error) };
  }
}
