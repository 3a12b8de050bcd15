// @ts-check
// One name for a navigation that Firefox begins twice: where it moves to another process while the page before still loads, it starts
// anew under a name of its own, and who asked for it waits for the first.

/**
 * @typedef {object} NavigationNames
 * @property {(context: string) => void} asked a driver asks for a navigation: what begins next is no second start of one before
 * @property {(message: { method?: string, params?: any }) => void} heard gives an event the name its navigation had first
 */

const over = [
  'browsingContext.navigationCommitted',
  'browsingContext.navigationFailed',
  'browsingContext.navigationAborted',
];

/** @returns {NavigationNames} */
export function navigationNames() {
  /** Where each context is on its way to. @type {Map<string, { url: string, navigation: string }>} */
  const underWay = new Map();
  /** First names, by those of the second start. @type {Map<string, string>} */
  const firstNames = new Map();
  return {
    asked: (context) => void underWay.delete(context),
    heard({ method = '', params }) {
      if (!params?.navigation) return;
      const { context, url, navigation } = params;
      if (method === 'browsingContext.navigationStarted') {
        const before = underWay.get(context);
        if (before && before.url === url) firstNames.set(navigation, before.navigation);
        else underWay.set(context, { url, navigation });
      }
      params.navigation = firstNames.get(navigation) ?? navigation;
      if (over.includes(method) && underWay.get(context)?.navigation === params.navigation)
        underWay.delete(context);
    },
  };
}
