// What a page says at its foot: the last thing said, until it goes. Drawn by StatusBar.
import { useCallback, useState } from 'preact/hooks';
import type { Status } from './StatusBar';

export interface SaidStatus {
  status: Status | undefined;
  say(status: Status | undefined): void;
  /** Takes away `gone`, and nothing that was said since: its time may end just as something else is said. */
  forget(gone: Status): void;
}

export function useStatus(): SaidStatus {
  const [status, say] = useState<Status>();
  const forget = useCallback((gone: Status) => say((said) => (said === gone ? undefined : said)), []);
  return { status, say, forget };
}
