// What reaches a content script from the rest of the extension: changed reading entries and the popup's question.
import type { PageQuestion } from '../messages/protocol';
import type { ReadingStatus } from '../papers/reading-entry';
import type { Target } from '../papers/target';

/** Keys under which the background mirrors the reading list, one an entry. */
const readingPrefix = 'reading/';

interface Event<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

type Changes = Record<string, { newValue?: unknown }>;
interface Storage {
  onChanged: Event<(changes: Changes, area: string) => void>;
}

function listen<Listener>(event: Event<Listener>, listener: Listener, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => event.removeListener(listener));
}

/** Tells of every saved, changed or removed entry; `status` is undefined for a removed one. */
export function watchReadingList(
  storage: Storage,
  signal: AbortSignal,
  onChange: (id: string, status: ReadingStatus | undefined) => void,
): void {
  const listener = (changes: Changes, area: string) => {
    if (area !== 'local') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith(readingPrefix)) continue;
      const entry = newValue as { status?: ReadingStatus } | undefined;
      onChange(key.slice(readingPrefix.length), entry?.status);
    }
  };
  listen(storage.onChanged, listener, signal);
}

interface Runtime {
  id: string;
  onMessage: Event<
    (
      message: unknown,
      sender: { id?: string; tab?: unknown },
      respond: (targets: Target[]) => void,
    ) => undefined
  >;
}

/** Answers the popup's question for what this page names; only to the extension itself. */
export function answerPageQuestions(runtime: Runtime, signal: AbortSignal, targets: () => Target[]): void {
  const question: PageQuestion['type'] = 'page/targets';
  listen(
    runtime.onMessage,
    (message, sender, respond) => {
      const asked = (message as PageQuestion | undefined)?.type === question;
      if (asked && sender.id === runtime.id && !sender.tab) respond(targets());
      return undefined;
    },
    signal,
  );
}
