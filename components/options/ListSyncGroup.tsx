// The reading list across machines: the switch, what is sent, how full the account's space is, when, and what stays here.
import { longestSharedNote } from '../../lib/list-sync/sync-layout';
import type { SyncListState } from '../../lib/list-sync/sync-list-state';
import { formatAge, formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { ActionSetting } from './ActionSetting';
import { Group, SwitchSetting } from './controls';
import { LeftOut } from './LeftOut';
import { Findable } from './search-settings';
import { syncFailureText } from './sync-failure-text';

export interface ListSyncView {
  state: SyncListState;
  /** Titles of what `state` names by id; where there is none the id is shown. */
  titles: ReadonlyMap<string, string>;
}

export interface ListSyncActions {
  /** Sends and receives at once; failures of the browser's sync are in the next view. */
  syncNow(): Promise<unknown>;
  /** Removes what the account has. Rejects with a `MessageFailure`. */
  eraseSynced(): Promise<unknown>;
}

interface ListSyncGroupProps {
  on: boolean;
  /** How many papers the list has. */
  entries: number;
  listSync: ListSyncView;
  onSwitch(on: boolean): void;
  actions: ListSyncActions & { change(settings: { syncList: boolean }): Promise<unknown> };
}

const kilobytes = (bytes: number) => formatNumber(Math.ceil(bytes / 1024));

function SyncState({ state, titles, entries }: ListSyncView & { entries: number }) {
  const when = (time: number | undefined) =>
    time === undefined ? t('optionsSyncListNever') : formatAge(time);
  const name = (id: string) => titles.get(id) || `arXiv:${id}`;
  const { notesLeftOut: notes, entriesLeftOut: left } = state;
  const failure = syncFailureText(state, Date.now());
  const space = t('optionsSyncListBytes', kilobytes(state.bytesUsed), kilobytes(state.bytesOf));
  return (
    <Findable class="sync-state" texts={[t('optionsSyncListRoom'), t('optionsSyncListSent')]}>
      <p>{t('optionsSyncListCount', formatNumber(state.entries), formatNumber(entries))}</p>
      <dl class="amounts small">
        <div>
          <dt>{t('optionsSyncListRoom')}</dt>
          <dd>
            {space}
            <meter
              aria-label={t('optionsSyncListRoom')}
              aria-valuetext={space}
              max={state.bytesOf}
              value={state.bytesUsed}
            />
          </dd>
        </div>
        <div>
          <dt>{t('optionsSyncListSent')}</dt>
          <dd>{when(state.lastPush)}</dd>
        </div>
        <div>
          <dt>{t('optionsSyncListReceived')}</dt>
          <dd>{when(state.lastPull)}</dd>
        </div>
      </dl>
      <p class="warning" role="status">
        {failure}
      </p>
      {(state.unreadable ?? 0) > 0 && <p class="warning">{t('optionsSyncListUnreadable')}</p>}
      <LeftOut
        summary={
          notes.length === 1
            ? t('optionsSyncListOneNote')
            : t('optionsSyncListNotes', formatNumber(notes.length))
        }
        why={t('optionsSyncListNotesWhy', formatNumber(longestSharedNote))}
        names={notes.map(name)}
      />
      <LeftOut
        summary={
          left.length === 1
            ? t('optionsSyncListOneEntry')
            : t('optionsSyncListEntries', formatNumber(left.length))
        }
        why={t('optionsSyncListEntriesWhy')}
        names={left.map(name)}
      />
    </Findable>
  );
}

export function ListSyncGroup({ on, entries, listSync, onSwitch, actions }: ListSyncGroupProps) {
  /** While it is on, what was removed would be sent again. */
  async function erase() {
    if (on) await actions.change({ syncList: false });
    await actions.eraseSynced();
  }
  const failed = listSync.state.failure !== undefined;
  return (
    <Group id="account">
      <SwitchSetting
        label={t('optionsSyncListSwitch')}
        help={t('optionsSyncListHelp', formatNumber(longestSharedNote))}
        on={on}
        onSwitch={onSwitch}
      />
      {on && <SyncState {...listSync} entries={entries} />}
      {on && (
        <ActionSetting
          name={t('optionsSyncListNowName')}
          help={t('optionsSyncListNowHelp')}
          button={t('optionsSyncListNow')}
          doing={t('optionsSyncListAsking')}
          // What failed stands above.
          done={failed ? '' : t('optionsSyncListAsked')}
          failed={(reason) => t('optionsSyncListNotAsked', reason)}
          act={actions.syncNow}
        />
      )}
      <ActionSetting
        name={t('optionsSyncListEraseName')}
        help={t('optionsSyncListEraseHelp')}
        button={t('optionsSyncListErase')}
        doing={t('optionsSyncListErasing')}
        done={t('optionsSyncListErased')}
        failed={(reason) => t('optionsSyncListNotErased', reason)}
        act={erase}
      />
    </Group>
  );
}
