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
  const answers = new Map<string, Promise<CardData[] | undefined>>();
  const keyOf = ({ target, form }: LookUpTarget) => `${form} ${targetKey(target)}`;

  function ask(batch: [key: string, target: LookUpTarget][]): void {
    // Mentions come in whole, with elements of the page; only what is asked may go into a message.
    const reply = lookUp(batch.map(([, { target, form }]) => ({ target, form })));
    batch.forEach(([key], position) => {
      const answer = reply.then((all) => all[position] ?? []);
      answers.set(
        key,
        answer.catch(() => {
          answers.delete(key);
          return undefined;
        }),
      );
    });
  }

  return {
    find(targets) {
      const unknown = new Map<string, LookUpTarget>();
      for (const target of targets) if (!answers.has(keyOf(target))) unknown.set(keyOf(target), target);
      const open = [...unknown];
      for (let start = 0; start < open.length; start += maxLookUpTargets) {
        ask(open.slice(start, start + maxLookUpTargets));
      }
      return Promise.all(targets.map((target) => answers.get(keyOf(target))));
    },
    clear: () => answers.clear(),
  };
}
