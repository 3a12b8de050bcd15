// What this page has already asked: every target is asked once a route, and one scan asks in one message.
import { type LookUpTarget, maxLookUpTargets } from '../messages/protocol';
import type { CardData } from '../papers/card-data';
import { targetKey } from '../papers/target';

export type LookUp = (targets: LookUpTarget[]) => Promise<CardData[][]>;

export interface LookUpCache {
  /** The cards of each target in the order asked: [] is a miss, undefined a failed look-up that may be asked again. */
  find(targets: LookUpTarget[]): Promise<(CardData[] | undefined)[]>;
  clear(): void;
}

export function createLookUpCache(lookUp: LookUp): LookUpCache {
  /** What is asked in one message shares one promise: one for each target would be hundreds on a list. */
  const answers = new Map<string, Promise<Map<string, CardData[]> | undefined>>();
  const keyOf = ({ target, form }: LookUpTarget) => `${form} ${targetKey(target)}`;

  function ask(batch: [key: string, target: LookUpTarget][]): void {
    // Mentions come in whole, with elements of the page; only what is asked may go into a message.
    const reply = lookUp(batch.map(([, { target, form }]) => ({ target, form }))).then(
      (all) => new Map(batch.map(([key], position) => [key, all[position] ?? []])),
      () => {
        for (const [key] of batch) answers.delete(key);
        return undefined;
      },
    );
    for (const [key] of batch) answers.set(key, reply);
  }

  return {
    async find(targets) {
      const keys = targets.map(keyOf);
      const open = [...new Map(keys.map((key, position) => [key, targets[position] as LookUpTarget]))].filter(
        ([key]) => !answers.has(key),
      );
      for (let start = 0; start < open.length; start += maxLookUpTargets) {
        ask(open.slice(start, start + maxLookUpTargets));
      }
      const known = await Promise.all(new Set(keys.map((key) => answers.get(key))));
      return keys.map((key) => known.find((reply) => reply?.has(key))?.get(key));
    },
    clear: () => answers.clear(),
  };
}
