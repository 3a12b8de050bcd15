// The texts of all languages against the English ones: same keys, same places for values, fit for where the browser shows them.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { filesBelow, root, textOf } from './source-tree';

/** The languages Papergloss speaks: folder, and BCP 47 as its texts name it. */
const languages: Record<string, string> = {
  en: 'en',
  zh_CN: 'zh-CN',
  ja: 'ja',
  de: 'de',
  fr: 'fr',
  es: 'es',
};

/** In code points: what Chrome and the stores take of the first two, and what a line of the browser's page of keys holds. */
const limits: Record<string, number> = {
  extensionName: 75,
  extensionDescription: 132,
  commandSavePaper: 80,
  commandToggleAnnotations: 80,
  commandSidePanel: 80,
};

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const folders = readdirSync(`${root}/public/_locales`).sort();
const messagesOf = (folder: string): Record<string, Message> =>
  JSON.parse(textOf(`public/_locales/${folder}/messages.json`));
const keys = Object.keys(english);

/** `$1`, `$count$` in the order of the alphabet: languages put them in orders of their own. */
const places = ({ message }: Message): string[] =>
  (message.match(/\$(?:\d|\w+\$)/g) ?? []).map((place) => place.toLowerCase()).sort();

/** Keys of which `isWrong` is true, as they stand in the file. */
const wrong = (messages: Record<string, Message>, isWrong: (key: string, message: Message) => boolean) =>
  Object.entries(messages).flatMap(([key, message]) =>
    isWrong(key, message) ? `${key}: ${message.message}` : [],
  );

describe('the languages', () => {
  it('are these', () => expect(folders).toEqual(Object.keys(languages).sort()));
});

describe.each(folders)('the texts of %s', (folder) => {
  const messages = messagesOf(folder);
  const source: Record<string, Message> = english;

  it('have the keys of the English ones, all of them and no others', () => {
    const given = new Set(Object.keys(messages));
    expect(keys.filter((key) => !given.has(key))).toEqual([]);
    expect([...given].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('have the places for values of the English ones, each as often', () => {
    const differs = (key: string, message: Message) =>
      source[key] !== undefined && places(message).join() !== places(source[key]).join();
    expect(wrong(messages, differs)).toEqual([]);
    const named = ({ placeholders = {} }: Message) =>
      Object.entries(placeholders)
        .map(([name, { content }]) => `${name.toLowerCase()}=${content}`)
        .sort();
    for (const key of keys) {
      const [theirs, ours] = [messages[key], source[key]];
      if (theirs && ours) expect({ [key]: named(theirs) }).toEqual({ [key]: named(ours) });
    }
  });

  it('are none of them empty, nor more than one line', () => {
    expect(wrong(messages, (_, { message }) => !/^\S(?:.*\S)?$/u.test(message))).toEqual([]);
  });

  it('fit where the browser shows them', () => {
    const tooLong = (key: string, { message }: Message) =>
      [...message].length > (limits[key] ?? Number.POSITIVE_INFINITY);
    expect(wrong(messages, tooLong)).toEqual([]);
  });

  it('name their language, and one that days and numbers can be written in', () => {
    expect(messages.language?.message).toBe(languages[folder]);
    expect(Intl.DateTimeFormat.supportedLocalesOf(messages.language?.message ?? '')).toHaveLength(1);
  });
});

describe('the keys', () => {
  const sources = [
    ...['lib', 'components', 'entrypoints'].flatMap((folder) => filesBelow(folder, '.ts', '.tsx', '.html')),
    'wxt.config.ts',
  ].map(textOf);

  it('are all used, written out as they are', () => {
    const written = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/['"`](?:__MSG_)?(\w+?)(?:__)?['"`]/g)].map(([, key]) => key),
      ),
    );
    expect(keys.filter((key) => !written.has(key))).toEqual([]);
  });

  it('that the manifest asks for are there', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key),
    );
    expect(asked).toContain('extensionName');
    expect(asked.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('with a limit are those of the manifest', () => {
    const asked = textOf('wxt.config.ts').matchAll(/__MSG_(\w+?)__/g);
    expect(Object.keys(limits).sort()).toEqual([...new Set([...asked].map(([, key]) => key))].sort());
  });
});
