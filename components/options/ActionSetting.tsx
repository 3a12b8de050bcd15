// A setting that is a button: what it does, and below it what came of the press.
import { useId, useState } from 'preact/hooks';
import { failureOf, failureText } from '../page/failure-text';
import { Setting } from './controls';

interface ActionSettingProps {
  name: string;
  help: string;
  button: string;
  /** While it goes on; another press does nothing then. */
  doing: string;
  done: string;
  failed(reason: string): string;
  /** Rejects with a `MessageFailure`. */
  act(): Promise<unknown>;
}

type Outcome = 'none' | 'doing' | 'done' | { failed: string };

export function ActionSetting({ name, help, button, doing, done, failed, act }: ActionSettingProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>('none');
  async function run() {
    if (outcome === 'doing') return;
    setOutcome('doing');
    try {
      await act();
      setOutcome('done');
    } catch (error) {
      setOutcome({ failed: failureText(failureOf(error)) });
    }
  }
  const hasFailed = typeof outcome === 'object';
  return (
    <Setting id={id} label={name} help={help}>
      <button
        type="button"
        class="button"
        aria-describedby={`${id}-help`}
        aria-disabled={outcome === 'doing'}
        onClick={run}
      >
        {button}
      </button>
      <p class="result" role="status" data-failed={hasFailed}>
        {hasFailed ? failed(outcome.failed) : { none: '', doing, done }[outcome]}
      </p>
    </Setting>
  );
}
