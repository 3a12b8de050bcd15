// Draws what was found into one page: where it goes, in which theme. Comes with the drawing script, so that a page without a hit
// never carries it; what a card or a bar looks like is handed in.
import type { CardData } from '../papers/card-data';
import { targetText } from '../papers/target';
import type { Mention, Place } from '../sites/types';
import type { CreateDrawer, DrawList, DrawMention, DrawnList, KnownEntry } from './card-script';
import { followHostTheme, hostTheme } from './host-theme';
import { createListFollower, type ListFollower } from './list-follower';
import { papersNamedBefore } from './named-papers';
import { hostSelector, insertAt } from './shadow-host';
import { createSpots } from './spots';

export function drawerWith(drawMention: DrawMention, drawList: DrawList): CreateDrawer {
  return ({ document, site, theme, actions, isPainted, signal }) => {
    const spots = createSpots(isPainted, signal);
    if (theme === 'auto') followHostTheme(document, hostSelector, signal);

    /** Read once for all that is drawn in one go: read after each insertion, the browser would lay out each time. */
    let pageTheme: 'light' | 'dark' | undefined;
    function themeNow(): 'light' | 'dark' {
      if (theme !== 'auto') return theme;
      if (!pageTheme) {
        queueMicrotask(() => {
          pageTheme = undefined;
        });
      }
      pageTheme ??= hostTheme(document);
      return pageTheme;
    }

    function drawBar(place: Place, entries: KnownEntry[]): DrawnList {
      const drawn = drawList({ document, entries, theme: themeNow() });
      insertAt(place, drawn.host);
      return drawn;
    }

    let lists: ListFollower | undefined;

    /** Made once for all hits of one look at the page. */
    const namedIn = new WeakMap<readonly Mention[], ReturnType<typeof papersNamedBefore>>();
    function saysNothingNew(mention: Mention, all: readonly Mention[], [best]: CardData[]): boolean {
      const isNamed = namedIn.get(all) ?? papersNamedBefore(all);
      namedIn.set(all, isNamed);
      return best !== undefined && isNamed(best.id, mention);
    }

    return {
      draw(mention, all, cards, onDrawn) {
        if (saysNothingNew(mention, all, cards)) return onDrawn(undefined);
        spots.find(mention, (spot) => {
          if (!spot || signal.aborted || !mention.place.element.isConnected) return onDrawn(undefined);
          const { place, form, floating, isAside, isElsewhere } = spot;
          const label = mention.label ?? (isElsewhere ? targetText(mention.target) : undefined);
          const named = { ...mention, form, label };
          const drawn = drawMention({
            document,
            mention: named,
            place,
            cards,
            theme: themeNow(),
            site,
            actions,
          });
          if (floating !== undefined) drawn.host.dataset.floating = String(floating);
          if (isAside) drawn.host.dataset.aside = '';
          insertAt(place, drawn.host);
          onDrawn(drawn);
        });
      },

      followList(list, find) {
        lists ??= createListFollower(document, find, { drawList: drawBar }, signal);
        lists.follow(list);
      },
    };
  };
}
