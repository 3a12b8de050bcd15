// What content scripts tell of themselves: that an adapter is broken. On which page is not told, and not asked.
import { adapterFault } from '../../diagnosis/adapter-broken';
import { reportEvent } from '../../diagnosis/report';
import type { Handlers } from '../listen';

/** Which kinds of page a reader visits in a private window is nobody's to remember. */
export const diagnosisHandlers: Pick<Handlers, 'diagnosis/adapter-broken'> = {
  async 'diagnosis/adapter-broken'({ adapter, fault }, { tab }) {
    if (!tab?.incognito) reportEvent(`adapter:${adapter}`, 'error', adapterFault(fault));
    return undefined;
  },
};
