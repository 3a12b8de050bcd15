// The example on the first page: the very card that web pages get, in the same kind of shadow root, with the same style sheets. What is
// done on it is done; only closing, which would switch a site off, has no site here.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { hostTheme } from '../../lib/page/host-theme';
import { createShadowHost } from '../../lib/page/shadow-host';
import type { CardData } from '../../lib/papers/card-data';
import css from '../card/card.css?inline';
import controlsCss from '../card/controls.css?inline';
import { type MentionActions, type RenderedMention, renderMention } from '../mention/render-mention';
import type { causedByReader } from '../mention/trusted-events';
import tokens from '../tokens.css?inline';

export interface LiveCardProps {
  card: CardData;
  actions: MentionActions;
  /** Which events count as the reader's; for tests. */
  trusted?: typeof causedByReader;
}

export function LiveCard({ card, actions, trusted }: LiveCardProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<RenderedMention>(undefined);
  const host = useRef<HTMLElement>(undefined);
  const newest = useRef(actions);
  newest.current = actions;

  useLayoutEffect(() => {
    const made = createShadowHost(document, 'card', tokens + css + controlsCss);
    host.current = made.host;
    drawn.current = renderMention(
      made.root,
      {
        form: 'card',
        layout: 'wide',
        cards: [card],
        actions: {
          save: (id) => newest.current.save(id),
          remove: (id) => newest.current.remove(id),
          setStatus: (id, status) => newest.current.setStatus(id, status),
          copy: (id, style) => newest.current.copy(id, style),
          closeSite: () => newest.current.closeSite(),
          openLibrary: () => newest.current.openLibrary(),
          loadCard: (id) => newest.current.loadCard(id),
        },
      },
      trusted,
    );
    place.current?.append(made.host);
    return () => drawn.current?.remove();
  }, []);

  useEffect(() => drawn.current?.update([card]), [card]);

  // Pages of ours say their theme on the root element; the card follows it as it follows that of a page of the web.
  useEffect(() => {
    const follow = () => {
      if (host.current) host.current.dataset.theme = hostTheme(document);
    };
    follow();
    const observer = new MutationObserver(follow);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);

  return <div ref={place} class="live-card" />;
}
