// @ts-check
// Waiting for something in a browser to become true, with an end and a reason.

const pollEvery = 50;

/**
 * Tries until something comes of it. What an attempt throws counts as not yet: the page may be navigating.
 * @template Result
 * @param {() => Promise<Result>} attempt
 * @param {string} what is waited for, for the message
 * @param {number} timeout ms
 * @returns {Promise<Exclude<Result, undefined | null | false | ''>>} the first result that is none of these
 * @throws when time is over, with what the last attempt threw
 */
export async function until(attempt, what, timeout) {
  const end = Date.now() + timeout;
  /** @type {unknown} */
  let lastError;
  do {
    try {
      const result = await attempt();
      lastError = undefined;
      if (result || /** @type {unknown} */ (result) === 0) {
        return /** @type {Exclude<Result, undefined | null | false | ''>} */ (result);
      }
    } catch (error) {
      lastError = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  } while (Date.now() < end);
  const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
  throw new Error(`Waited ${timeout} ms for ${what}${reason}`);
}
