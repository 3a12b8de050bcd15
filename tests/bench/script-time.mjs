// @ts-check
// How long scripts run while a page loads, out of Chromium's own trace. Counts all scripts of the page's main thread; layout and
// painting are not among them.

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tts?: number, tdur?: number, args?: any }} TraceEvent times in µs */

const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile', '__metadata'];

/** Whatever compiles or runs scripts. They lie in one another. */
const scriptEvents = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'v8.compile',
  'v8.run',
]);

/**
 * @param {TraceEvent[]} events
 * @param {(url: string) => boolean} isPage of which page the main thread is looked at
 * @returns {number} ms
 */
export function scriptTime(events, isPage) {
  const commit = events.find(
    ({ name, args }) => name === 'CommitLoad' && args?.data?.isMainFrame && isPage(args.data.url),
  );
  if (!commit) throw new Error('The trace holds no loading of the page');
  let end = 0;
  let sum = 0;
  const own = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && pid === commit.pid && tid === commit.tid && scriptEvents.has(name),
  );
  // By the thread's own clock where there is one: it stands still while another process has the processor.
  const spans = own.map(({ ts, dur = 0, tts = ts, tdur = dur }) => ({ start: tts, end: tts + tdur }));
  for (const span of spans.sort((one, other) => one.start - other.start)) {
    sum += Math.max(0, span.end - Math.max(span.start, end));
    end = Math.max(end, span.end);
  }
  return sum / 1000;
}

/**
 * @param {import('playwright-core').CDPSession} session of the browser
 * @param {() => Promise<void>} work
 * @returns {Promise<TraceEvent[]>} what happened meanwhile
 */
export async function trace(session, work) {
  /** @type {TraceEvent[]} */
  const events = [];
  /** @param {{ value: object[] }} data */
  const collect = ({ value }) => void events.push(.../** @type {TraceEvent[]} */ (value));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  return events;
}
