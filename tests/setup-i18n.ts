// Gives unit tests the English texts through the same browser call the extension uses.
import { vi } from 'vitest';
import messages from '../public/_locales/en/messages.json';

const texts: Record<string, { message: string; placeholders?: Record<string, { content: string }> }> =
  messages;

vi.stubGlobal('browser', {
  runtime: { id: 'papergloss-under-test' },
  i18n: {
    getMessage(key: string, substitutions: string[] = []) {
      const message = texts[key];
      if (!message) return '';
      return message.message
        .replace(/\$(\w+?)\$/g, (whole, name) => message.placeholders?.[name.toLowerCase()]?.content ?? whole)
        .replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');
    },
  },
});
