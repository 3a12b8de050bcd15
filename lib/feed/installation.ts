// What an installation begins with: the papers that ship with us, then the first sync. Knows neither the browser nor tables.
import type { SyncState } from '../store/sync-state';

export interface InstallationDeps {
  storeStarterFeed(): Promise<unknown>;
  /** As of `scheduleSync`. */
  sync(first?: undefined, isRegular?: boolean): Promise<unknown>;
  /** How the sync is doing now. */
  state(): Promise<Pick<SyncState, 'running'>>;
  /** Whether the feed was ever asked for anything. */
  hasAsked(): Promise<boolean>;
}

export interface Installation {
  /** Runs once, however often it is asked for in one life of the worker. */
  begin(): Promise<void>;
  /**
   * For a worker that has just started. It runs no sync yet: one that the state tells of was cut off, and so was an installation that has
   * never come to ask the feed.
   */
  goOn(): Promise<void>;
}

export function createInstallation({
  storeStarterFeed,
  sync,
  state,
  hasAsked,
}: InstallationDeps): Installation {
  let begun: Promise<void> | undefined;
  function begin() {
    begun ??= storeStarterFeed().then(async () => {
      await sync();
    });
    return begun;
  }
  return {
    begin,
    async goOn() {
      const { running } = await state();
      if (running) await sync(undefined, true);
      else if (!(await hasAsked())) await begin();
    },
  };
}
