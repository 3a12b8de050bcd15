// @ts-check
// How much memory the background's worker holds, by Chromium's debugging protocol. As long as it is watched it is not put to sleep.

/**
 * @typedef {object} BackgroundMemory
 * @property {() => Promise<number>} used bytes of JavaScript heap and of what it keeps outside, as they are
 * @property {() => Promise<number>} lasting the same after garbage collection
 * @property {() => Promise<number>} stop ends the sampling; the most bytes there were at any sample
 */

const sampleEvery = 100;

/**
 * Begins sampling.
 * @param {Pick<import('../drivers/chromium.mjs').Chromium, 'context' | 'id'>} chromium with the background running
 * @returns {Promise<BackgroundMemory>}
 * @throws when no background runs
 */
export async function watchBackgroundMemory({ context, id }) {
  const browser = context.browser();
  if (!browser) throw new Error('Chromium was opened without a browser session');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (!worker) throw new Error('The background does not run');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: false,
  });

  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const reply = JSON.parse(message);
    if (from === sessionId) waiting.get(reply.id)?.(reply.result);
    waiting.delete(reply.id);
  });
  let calls = 0;

  /** @param {string} method @returns {Promise<any>} */
  async function call(method) {
    const number = ++calls;
    const answered = new Promise((resolve) => waiting.set(number, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: number, method }),
    });
    return answered;
  }

  async function used() {
    const { usedSize, backingStorageSize = 0 } = await call('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  }

  let most = 0;
  let goesOn = true;
  const sampling = (async () => {
    while (goesOn) {
      most = Math.max(most, await used());
      await new Promise((resolve) => setTimeout(resolve, sampleEvery));
    }
  })();

  return {
    used,
    async lasting() {
      // Twice: what the first leaves to finalizers the second can take.
      await call('HeapProfiler.collectGarbage');
      await call('HeapProfiler.collectGarbage');
      return used();
    },
    async stop() {
      goesOn = false;
      await sampling;
      await session.detach();
      return most;
    },
  };
}
