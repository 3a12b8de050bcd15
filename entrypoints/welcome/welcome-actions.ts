// What the card of the first page has done: by message, as on any page, with failures in the reader's words.
import browser from 'webextension-polyfill';
import { copyText } from '@/components/mention/copy-text';
import { failureOf, failureText } from '@/components/page/failure-text';
import type { WelcomeProps } from '@/components/welcome/Welcome';
import { createSend } from '@/lib/messages/send';
import { createCardActions } from '@/lib/page/card-actions';
import { t } from '@/lib/text/translate';

async function inWords<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw new Error(failureText(failureOf(error)));
  }
}

export function createWelcomeActions(): Pick<WelcomeProps, 'actions' | 'openOptions'> {
  const send = createSend((message) => browser.runtime.sendMessage(message));
  // Of no site: nothing here switches one.
  const card = createCardActions(send, '');
  return {
    openOptions: () => void send('page/open', { page: 'options' }),
    actions: {
      save: (id) => inWords(card.save(id)),
      remove: (id) => inWords(card.remove(id)),
      setStatus: (id, status) => inWords(card.setStatus(id, status)),
      async copy(id, style) {
        const text = await inWords(card.citation(id, style));
        if (!(await copyText(document.body, text))) throw new Error(t('copyRefused'));
      },
      openLibrary: card.openLibrary,
      loadCard: card.loadCard,
    },
  };
}
