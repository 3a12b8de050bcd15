// The first page: what Papergloss does in three sentences, a card to try, what is stored and sent, where to change it, and the keys.
import '../tokens.css';
import '../page.css';
import './welcome.css';
import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { CardData } from '../../lib/papers/card-data';
import { arxivPage } from '../../lib/papers/paper-pages';
import { t } from '../../lib/text/translate';
import { LiveCard, type LiveCardProps } from './LiveCard';

/** A command of the browser's, as the reader has it set. */
export interface WelcomeKey {
  /** `Alt+Shift+S`, as the browser writes it. */
  keys: string;
  /** What it does, in the reader's language. */
  does: string;
}

export interface WelcomeProps {
  /** Undefined while it is being read. */
  card: CardData | undefined;
  browserName: 'chrome' | 'firefox';
  keys: readonly WelcomeKey[];
  /** What the card may do, but for closing. */
  actions: Omit<LiveCardProps['actions'], 'closeSite'>;
  openOptions(): void;
  trusted?: LiveCardProps['trusted'];
}

function Example({ card, actions, trusted }: Pick<WelcomeProps, 'actions' | 'trusted'> & { card: CardData }) {
  const [closed, setClosed] = useState(false);
  return (
    <section aria-labelledby="example">
      <p id="example" class="quiet">
        {t('welcomeExample')}
      </p>
      <div class="abstract-page">
        <h2 dir="auto">
          <a href={arxivPage(card.id)} target="_blank" rel="noreferrer">
            {card.title}
          </a>
        </h2>
        <LiveCard card={card} actions={{ ...actions, closeSite: () => setClosed(true) }} trusted={trusted} />
      </div>
      <p class="quiet" role="status">
        {closed && t('welcomeClosed')}
      </p>
    </section>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

export function Welcome({ card, browserName, keys, actions, openOptions, trusted }: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span>{t('extensionName')}</span>
      </header>
      <h1>{t('welcomeTitle')}</h1>
      <div class="sentences">
        <p>{t('welcomeCards')}</p>
        <p>{t('welcomeDaily')}</p>
        <p>{t('welcomeList')}</p>
      </div>
      {card && <Example {...{ card, actions, trusted }} />}
      <dl>
        <Fact title={t('welcomeStored')}>
          <p>{t('welcomeStoredText')}</p>
        </Fact>
        <Fact title={t('welcomeSent')}>
          <p>{t('welcomeSentText')}</p>
        </Fact>
        <Fact title={t('welcomeChange')}>
          <p>{t('welcomeChangeText')}</p>
          <button type="button" class="button" onClick={openOptions}>
            {t('welcomeOptions')}
          </button>
        </Fact>
        <Fact title={t('welcomePin')}>
          <p>{t(browserName === 'firefox' ? 'welcomePinFirefox' : 'welcomePinChrome')}</p>
        </Fact>
        <Fact title={t('welcomeKeys')}>
          <ul class="keys">
            {keys.map(({ keys: pressed, does }) => (
              <li key={does}>
                <span>
                  {pressed.split('+').map((key, position) => (
                    <Fragment key={key}>
                      {position > 0 && ' '}
                      <kbd>{key}</kbd>
                    </Fragment>
                  ))}
                </span>
                {does}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </main>
  );
}
