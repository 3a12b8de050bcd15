// @ts-check
// How long scripts run in a page, and how long its main thread is busy in all, out of Chromium's own trace.

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tts?: number, tdur?: number, args?: any }} TraceEvent times in µs */

const categories = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
  '__metadata',
];

/** Whatever compiles or runs scripts. They lie in one another. */
const scriptEvents = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'v8.compile',
  'v8.run',
]);

/** @typedef {{ start: number, end: number }} Span µs */

/** By the thread's own clock where there is one: it stands still while another process has the processor. @param {TraceEvent} event */
const spanOf = ({ ts, dur = 0, tts = ts, tdur = dur }) => ({ start: tts, end: tts + tdur });

/** @param {Span[]} spans that may lie in one another @returns {number} ms */
function union(spans) {
  let end = 0;
  let sum = 0;
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    sum += Math.max(0, span.end - Math.max(span.start, end));
    end = Math.max(end, span.end);
  }
  return sum / 1000;
}

/**
 * What the main thread of a page did while it was loaded. `script`: all scripts, without layout and painting; `busy`: everything.
 * @param {TraceEvent[]} events
 * @param {(url: string) => boolean} isPage of which page the main thread is looked at
 * @returns {{ script: number, busy: number }} ms
 */
export function loadTime(events, isPage) {
  const commit = events.find(
    ({ name, args }) => name === 'CommitLoad' && args?.data?.isMainFrame && isPage(args.data.url),
  );
  if (!commit) throw new Error('The trace holds no loading of the page');
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === commit.pid && tid === commit.tid);
  return {
    script: union(own.filter(({ name }) => scriptEvents.has(name)).map(spanOf)),
    busy: union(own.filter(({ name, ts }) => name === 'RunTask' && ts >= commit.ts).map(spanOf)),
  };
}

/**
 * How long an extension's scripts ran in a page whose own scripts are busy, too: the calls of its functions, and whatever ran in
 * tasks without any function of the page (answers to messages are handed over by functions of nobody).
 * @param {TraceEvent[]} events
 * @param {string} pageScript address of the page's own scripts
 * @returns {number} ms
 */
export function extensionTime(events, pageScript) {
  /** @param {TraceEvent} event */
  const isPages = ({ name, args }) => name === 'FunctionCall' && args?.data?.url === pageScript;
  const mark = events.find(isPages);
  if (!mark) throw new Error("The trace holds no call of the page's script");
  const own = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid && scriptEvents.has(name),
  );
  const pages = own.filter(isPages).map(spanOf);
  /** @param {Span} span */
  const isApart = ({ start, end }) => !pages.some((span) => span.start < end && start < span.end);
  const others = own.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://'));
  const apart = own.map(spanOf).filter(isApart);
  return union([...others.map(spanOf), ...apart]);
}

/**
 * How long scripts ran in the page where the reader did something: for everything that followed from it, answers of the background
 * included.
 * @param {TraceEvent[]} events
 * @param {string} act type of the event it began with
 * @param {string} [mark] name of a `performance.mark` of the page: what began after it does not count
 * @returns {number} ms
 */
export function actTime(events, act, mark) {
  const began = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === act);
  if (!began) throw new Error(`The trace holds no ${act}`);
  const { pid, tid, ts } = began;
  const marked = events.find((event) => event.name === mark && event.pid === pid && event.ts > ts);
  if (mark && !marked) throw new Error(`The trace holds no mark ${mark}`);
  const end = marked?.ts ?? Number.POSITIVE_INFINITY;
  const own = events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  return union(own.filter((event) => scriptEvents.has(event.name) && event.ts < end).map(spanOf));
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
