// A question that is asked on the reader's press and not before, with the states of its answer. Knows not what is asked.
import { useState } from 'preact/hooks';
import { type Failure, failureOf } from './failure-text';

export type Asked<Answer> =
  | { state: 'idle' | 'asking' }
  | { state: 'answered'; answer: Answer }
  | { state: 'failed'; failure: Failure };

/**
 * The state of the question `key` names, and how to ask it; pressing again asks again only after a failure. Another `key` is another
 * question: it is idle, and a late answer to the one before is dropped.
 */
export function useAsked<Answer>(key: string, ask: () => Promise<Answer>): Asked<Answer> & { press(): void } {
  const [last, setLast] = useState<{ key: string; asked: Asked<Answer> }>();
  const asked: Asked<Answer> = last?.key === key ? last.asked : { state: 'idle' };

  async function press() {
    if (asked.state === 'asking' || asked.state === 'answered') return;
    const settle = (settled: Asked<Answer>) =>
      setLast((current) => (current?.key === key ? { key, asked: settled } : current));
    setLast({ key, asked: { state: 'asking' } });
    try {
      settle({ state: 'answered', answer: await ask() });
    } catch (error) {
      settle({ state: 'failed', failure: failureOf(error) });
    }
  }

  return { ...asked, press: () => void press() };
}
