// What the reliability bench runs of the extension's own code in Node: kills, messages nobody should send, weeks of alarms. Asserts
// nothing: counts.
import fc from 'fast-check';
import { answer, type Handlers } from '../../../lib/messages/listen';
import { payloadSchemas } from '../../../lib/messages/payload-schemas';
import type { MessageType } from '../../../lib/messages/protocol';
import { killEverywhere } from '../../feed/killed-sync';
import { fromSchema, mutated } from '../../messages/from-schema';
import { killImportEverywhere } from '../../store/killed-import';

export { requestsOfDay } from '../../feed/regular-syncs';

export interface Survived {
  tried: number;
  survived: number;
}

/** Every step of a sync, of what comes before it in an installation, and of an import as a point to kill the background at. */
export async function killPoints(): Promise<Survived> {
  const everySync = [...(await killEverywhere('sync')), ...(await killEverywhere('install', { last: 40 }))];
  const syncs = everySync.filter(({ wasKilled }) => wasKilled);
  const imports = await killImportEverywhere();
  const expected = JSON.stringify(imports.entries);
  const syncsSurvived = syncs.filter(({ problems }) => problems.length === 0).length;
  const importsSurvived = imports.outcomes.filter(
    ({ entries }) => JSON.stringify(entries) === expected,
  ).length;
  return { tried: syncs.length + imports.outcomes.length, survived: syncsSurvived + importsSurvived };
}

const self = { id: 'papergloss', origin: 'chrome-extension://papergloss' };
const popup = { id: self.id, url: `${self.origin}/popup.html` };
const types = Object.keys(payloadSchemas) as MessageType[];

/**
 * Messages of every type, made from its schema and then spoilt, to the receiving end for about `ms`. Survived: what the schema takes
 * reached its handler once, and nothing else did.
 */
export async function fuzzMessages(ms: number, seed = 7): Promise<Survived & { perSecond: number }> {
  let heard = 0;
  const handlers = new Proxy({} as Handlers, { get: () => async () => void heard++ });
  const describe = (error: unknown) => ({ code: 'internal' as const, detail: String(error) });
  const cases = types.map((type) => ({
    type,
    requests: fc.sample(fromSchema(payloadSchemas[type]).chain(mutated), { numRuns: 300, seed }),
  }));
  let [tried, survived] = [0, 0];
  const start = performance.now();
  let took = 0;
  for (let round = 0; took < ms; round++) {
    for (const { type, requests } of cases) {
      const request = requests[round % requests.length];
      heard = 0;
      const reply = await answer({ type, request }, popup, self, handlers, describe);
      const isTaken = payloadSchemas[type].safeParse(request).success;
      tried += 1;
      survived += reply.ok === isTaken && heard === (isTaken ? 1 : 0) ? 1 : 0;
    }
    took = performance.now() - start;
  }
  return { tried, survived, perSecond: (tried / took) * 1000 };
}
