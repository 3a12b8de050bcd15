// @ts-check
// How much memory a page holds on to, by Chromium's debugging protocol. Asks for garbage collection first; says nothing about whose it is.

/**
 * @typedef {object} Memory of all worlds of the page together
 * @property {number} heap MB of JavaScript
 * @property {number} lasting MB of objects, text and DOM: everything but compiled code, of which a heap gets more as functions are
 *   called again, whatever they do
 * @property {number} nodes
 * @property {number} listeners
 */

/** @typedef {import('playwright-core').CDPSession} Session */

const bytesInMb = 1e6;

/** @param {Session} session @returns {Promise<number>} bytes of everything in a snapshot of the heap but compiled code */
async function sizeWithoutCode(session) {
  /** @type {string[]} */
  const chunks = [];
  /** @param {{ chunk: string }} data */
  const collect = ({ chunk }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  /** @type {{ snapshot: { meta: { node_fields: string[], node_types: [string[]] } }, nodes: number[] }} */
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const type = fields.indexOf('type');
  const size = fields.indexOf('self_size');
  const code = types[0].indexOf('code');
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + type] !== code) sum += nodes[node + size] ?? 0;
  }
  return sum;
}

/** @param {Session} session of the page, with `Performance` enabled @returns {Promise<Memory>} */
export async function memoryOfPage(session) {
  // Twice: what the first leaves to finalizers the second can take.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  /** @param {string} wanted */
  const of = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const counts = { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  const heap = of('JSHeapUsedSize') / bytesInMb;
  return { heap, lasting: (await sizeWithoutCode(session)) / bytesInMb, ...counts };
}
