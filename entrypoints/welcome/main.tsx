// The first page: its example from the starter feed at once, from the cache when it is there; keys as the reader has them set.
import browser from 'webextension-polyfill';
import { mountPage } from '@/components/page/mount-page';
import { Welcome, type WelcomeKey, type WelcomeProps } from '@/components/welcome/Welcome';
import { keepEvents } from '@/lib/diagnosis/keep-events';
import { reporting } from '@/lib/diagnosis/report';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { readExampleCard, starterCard } from '@/lib/store/example-card';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';
import { createWelcomeActions } from './welcome-actions';

const page = mountPage(t('pageWelcome'));
const db = openDatabase();
keepEvents(db, 'welcome');

let shown: WelcomeProps = {
  card: undefined,
  browserName: import.meta.env.FIREFOX ? 'firefox' : 'chrome',
  keys: [{ keys: 'pg', does: t('welcomeKeySearch') }],
  ...createWelcomeActions(),
};

function show(known: Partial<WelcomeProps>): void {
  shown = { ...shown, ...known };
  page.draw(<Welcome {...shown} />);
}

async function showExample(): Promise<void> {
  const response = await fetch(browser.runtime.getURL('/starter-feed.json'));
  const example = starterCard(await response.json());
  if (!example) return;
  show({ card: example });
  subscribe(
    () => readExampleCard(db, example.id),
    (card) => show({ card: card ?? example }),
    reporting('welcome'),
  );
}

/** Commands without keys are left out: the browser has given them to another extension, or the reader has taken them away. */
async function showKeys(): Promise<void> {
  const commands = await browser.commands.getAll();
  const keys = commands.flatMap(({ name, shortcut, description }): WelcomeKey[] =>
    shortcut
      ? [{ keys: shortcut, does: (name !== '_execute_action' && description) || t('welcomeKeyOpen') }]
      : [],
  );
  show({ keys: [...keys, ...shown.keys] });
}

show({});
showExample().catch(reporting('welcome'));
showKeys().catch(reporting('welcome'));
void readSettings(browser.storage).then(page.useTheme);
watchSettings(browser.storage, new AbortController().signal, page.useTheme);
