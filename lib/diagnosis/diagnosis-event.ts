// One thing that went wrong, as it is kept: where in Papergloss, what, and how often; nothing about pages the reader visits. Pure.
import { withoutPlaces } from './without-places';

/** A part of Papergloss, never a place of the web. */
export type Where =
  | 'account'
  | 'arxiv'
  | 'background'
  | 'backup'
  | 'digest'
  | 'index'
  | 'library'
  | 'messages'
  | 'options'
  | 'popup'
  | 'reading-list'
  | 'sync'
  | 'toolbar'
  | 'welcome'
  /** The adapter of a kind of page, by its id. */
  | `adapter:${string}`
  /** A message by its type, or `unknown`. */
  | `message:${string}`;

/** `refused`: a message that nobody may send or nobody understands. `note`: it went wrong as such things do, a feed that is down. */
export type EventKind = 'error' | 'refused' | 'note';

export interface DiagnosisEvent {
  /** When it happened last, ms since 1970. */
  at: number;
  /** When it happened first, as long as this is known; ms since 1970. */
  since: number;
  where: Where;
  kind: EventKind;
  /** In short English. */
  what: string;
  /** How often since then. */
  count: number;
}

/** Characters; what comes after says nothing more. */
const maxWhat = 240;

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** A name or code as ours and the browser's are; anything longer or stranger is none. */
function word(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z-]{0,40}$/.test(value) ? value : '';
}

/** The first place in our own scripts: `background.js:1:2345`. The message, which the stack may repeat, is none. */
function ownPlace(error: unknown, message: string): string {
  const stack = field(error, 'stack');
  if (typeof stack !== 'string') return '';
  const frames = message === '' ? stack : stack.replace(message, '');
  return (
    /(?:chrome|moz)-extension:\/\/[^/\s]+\/(?:[\w-]+\/)*([\w-]{1,60}\.js:\d{1,4}:\d{1,7})/.exec(
      frames,
    )?.[1] ?? ''
  );
}

/** What is kept of an error, or of whatever was thrown: name, code, the plain words of its message, where in our scripts. Never throws. */
export function whatOf(error: unknown): string {
  try {
    const message = typeof error === 'string' ? error : String(field(error, 'message') ?? '');
    const name = word(field(error, 'name')) || (error instanceof Error ? 'Error' : 'thrown');
    const code = word(field(error, 'code'));
    const place = ownPlace(error, message);
    const head = [name, code && `(${code})`].filter(Boolean).join(' ');
    const said = [head, withoutPlaces(message)].filter(Boolean).join(': ').slice(0, maxWhat);
    return place ? `${said} @ ${place}` : said;
  } catch {
    return 'thrown';
  }
}
