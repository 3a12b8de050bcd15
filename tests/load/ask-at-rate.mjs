// @ts-check
// Look-ups at a steady rate from one page of the extension, as fast readers in many tabs would send them. Counts; asserts nothing.

/**
 * @typedef {object} Rate
 * @property {string[]} ids of papers to look up, in turn
 * @property {number} perSecond
 * @property {number} seconds
 *
 * @typedef {object} Answers
 * @property {number} asked
 * @property {number} answered with one place for the paper, be it empty
 * @property {number} hits answered with a card
 * @property {Record<string, number>} refused how often, by the reason given
 * @property {number} sendingTook ms; longer than asked for where the machine does not keep up
 * @property {number} allTook ms until the last answer
 */

/**
 * Resolves when every look-up has been answered or refused; those that neither happens to are waited for until the test ends.
 * @param {import('playwright-core').Page} page one of the extension's own
 * @param {Rate} rate
 * @returns {Promise<Answers>}
 */
export function askAtRate(page, rate) {
  return page.evaluate(async ({ ids, perSecond, seconds }) => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    const wanted = perSecond * seconds;
    const start = performance.now();
    let answered = 0;
    let hits = 0;
    /** @type {Record<string, number>} */
    const refused = {};
    /** @type {Promise<void>[]} */
    const asked = [];

    /** @param {unknown} error */
    const refusal = (error) => ({ ok: false, code: 'rejected', detail: String(error) });

    /** @param {string} id */
    async function ask(id) {
      const targets = [{ target: { kind: 'paper', id }, form: 'card' }];
      const message = { type: 'look-up', request: { targets, canDraw: true } };
      const reply = await runtime.sendMessage(message).catch(refusal);
      if (!reply?.ok) {
        const reason = reply ? `${reply.code}: ${reply.detail}` : 'no answer';
        refused[reason] = (refused[reason] ?? 0) + 1;
        return;
      }
      answered += 1;
      if (reply.value[0].length > 0) hits += 1;
    }

    while (asked.length < wanted) {
      const due = Math.min(wanted, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1);
      while (asked.length < due) {
        asked.push(ask(ids[asked.length % ids.length] ?? ''));
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const sendingTook = performance.now() - start;
    await Promise.all(asked);
    return { asked: asked.length, answered, hits, refused, sendingTook, allTook: performance.now() - start };
  }, rate);
}
