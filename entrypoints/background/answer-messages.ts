// Messages of our own contexts: answered by the handlers; what is refused and what fails in us is kept for the diagnosis.
import browser from 'webextension-polyfill';
import { describeAndReport } from '@/lib/diagnosis/describe-and-report';
import { reportEvent } from '@/lib/diagnosis/report';
import { answer, type Handlers } from '@/lib/messages/listen';

/** Registers its listener at once. */
export function answerMessages(handlers: Handlers): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const describe = describeAndReport('messages');
  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) =>
    answer(message, sender, own, handlers, describe, (type, code) =>
      reportEvent(`message:${type}`, 'refused', code),
    ),
  );
}
