// Errors that are answered with a code are told of here as well: whoever is answered shows the code and drops the rest.
import { describeError } from '../messages/describe-error';
import type { FailureCode } from '../messages/protocol';
import type { Where } from './diagnosis-event';
import { report } from './report';

/** What is in the nature of things: no network, and a paper nobody has cached. */
const expected: readonly FailureCode[] = ['offline', 'not-cached'];

/** `describeError`, and keeps what was described: our own failures as errors, those of others as notes. */
export const describeAndReport =
  (where: Where) =>
  (error: unknown): ReturnType<typeof describeError> => {
    const description = describeError(error);
    const { code } = description;
    if (!expected.includes(code)) report(error, where, code === 'internal' ? 'error' : 'note');
    return description;
  };
