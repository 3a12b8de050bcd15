// The options page: everything the reader can change, each with one line of help, and a search over it. Changes are saved at once.
import '../tokens.css';
import '../page.css';
import '../search/search-box.css';
import './options.css';
import './setting.css';
import './storage.css';
import './options-parts.css';
import { useRef, useState } from 'preact/hooks';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { diagnosisText } from '../../lib/diagnosis/diagnosis-text';
import type { Settings } from '../../lib/settings/settings';
import type { ChangeableSettings } from '../../lib/settings/settings-file';
import type { AdapterKind } from '../../lib/sites/adapter-kinds';
import type { RequestRecord } from '../../lib/store/request-log';
import type { SyncState } from '../../lib/store/sync-state';
import { t, textLanguage } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { StatusBar } from '../page/StatusBar';
import { useStatus } from '../page/use-status';
import { AboutGroup } from './AboutGroup';
import { type BackupActions, BackupGroup, type BackupView } from './BackupGroup';
import { Group, RadioSetting, SwitchSetting } from './controls';
import { type DiagnosisActions, DiagnosisGroup } from './DiagnosisGroup';
import { FeedGroup } from './FeedGroup';
import { ForYouGroup } from './ForYouGroup';
import { searchWords } from './find-text';
import { KindsGroup } from './KindsGroup';
import { type ListSyncActions, ListSyncGroup, type ListSyncView } from './ListSyncGroup';
import { OptionsSearch } from './OptionsSearch';
import { OtherSites, type SiteActions } from './OtherSites';
import { optionGroupIds, optionGroups } from './option-groups';
import { RequestLog } from './RequestLog';
import { type SettingsFileActions, SettingsFileGroup } from './SettingsFileGroup';
import { StorageGroup, type StorageSummary } from './StorageGroup';
import { Paragraph, SearchContext, useFoundCounts } from './search-settings';
import { ToolbarGroup } from './ToolbarGroup';
import { themeNames, themes } from './theme-names';

export type SettingsChange = Partial<ChangeableSettings>;

/** Those of the background reject with a `MessageFailure`. */
export interface OptionsActions
  extends SiteActions,
    BackupActions,
    ListSyncActions,
    SettingsFileActions,
    DiagnosisActions {
  change(settings: SettingsChange): Promise<unknown>;
  /** Resolves to how many papers were removed. */
  clearCache(): Promise<{ papers: number }>;
  /** From now on what was saved, opened and dismissed before counts no more. */
  resetForYou(): Promise<unknown>;
  /** Opens the page of the first run. */
  openWelcome(): void;
}

export interface OptionsProps {
  /** Undefined while they are being read. */
  settings: Settings | undefined;
  storage: StorageSummary;
  /** Newest first; undefined while they are being read. */
  requests: readonly RequestRecord[] | undefined;
  backup: BackupView;
  listSync: ListSyncView;
  /** Sites that are annotated without asking, as the settings name them: `arxiv.org`. */
  sites: readonly string[];
  /** Of the extension, from its manifest. */
  version: string;
  /** The kinds of page that are annotated. */
  kinds: readonly AdapterKind[];
  /** What went wrong, newest first; undefined while it is being read. */
  events: readonly DiagnosisEvent[] | undefined;
  sync: SyncState;
  actions: OptionsActions;
}

/** How long “Saved” stays, ms. */
const savedTime = 3_000;

export function Options(props: OptionsProps) {
  const { settings, storage, requests, backup, listSync, sites, version, actions } = props;
  const { kinds, events = [], sync } = props;
  const { status, say, forget } = useStatus();
  const [query, setQuery] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const counts = useFoundCounts(page);
  const words = searchWords(query);
  const searching = words.length > 0;

  async function save(write: Promise<unknown>) {
    try {
      await write;
      say({ text: t('optionsSaved'), lasts: savedTime });
    } catch (error) {
      say({ failed: true, text: t('optionsNotSaved', failureText(failureOf(error))) });
    }
  }
  const change = (settingsChange: SettingsChange) => void save(actions.change(settingsChange));
  const found = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const groups = optionGroupIds.filter((id) => !searching || (counts.get(id) ?? 0) > 0);

  return (
    <SearchContext.Provider value={{ words, group: '' }}>
      <div ref={page} class="options" data-searching={searching}>
        <header>
          <h1>{t('pageOptions')}</h1>
          <span class="signature">{t('extensionName')}</span>
          <OptionsSearch query={query} found={searching ? found : undefined} onQuery={setQuery} />
        </header>
        {settings && (
          <>
            <nav aria-label={t('optionsGroups')}>
              <ul>
                {groups.map((id) => (
                  <li key={id}>
                    <a href={`#${id}`}>{t(optionGroups[id])}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <main>
              <Group id="sites">
                {sites.map((site) => (
                  <SwitchSetting
                    key={site}
                    label={site}
                    help={t('optionsSiteHelp', site)}
                    on={!settings.sitesOff.includes(site)}
                    onSwitch={(on) => void save(actions.switchSite(site, on))}
                  />
                ))}
              </Group>
              <OtherSites {...{ settings, save, actions }} onStatus={say} />
              <KindsGroup
                off={settings.adaptersOff}
                onChange={(adaptersOff) => change({ adaptersOff })}
                {...{ kinds, events }}
              />
              <FeedGroup settings={settings} onChange={change} />
              <ForYouGroup watchRules={settings.watchRules} actions={actions} />
              <ToolbarGroup
                settings={settings}
                onChange={change}
                allowNotifications={actions.allowNotifications}
              />
              <Group id="appearance">
                <RadioSetting
                  label={t('optionsTheme')}
                  help={t('optionsThemeHelp')}
                  choices={themes.map((theme) => ({ value: theme, label: t(themeNames[theme]) }))}
                  chosen={settings.theme}
                  onChoose={(theme) => change({ theme })}
                />
              </Group>
              <BackupGroup {...{ backup, actions }} />
              <ListSyncGroup
                on={settings.syncList}
                entries={storage.entries}
                onSwitch={(syncList) => change({ syncList })}
                {...{ listSync, actions }}
              />
              <StorageGroup storage={storage} clearCache={actions.clearCache} />
              <RequestLog requests={requests} lookUpUncached={settings.lookUpUncached} />
              <SettingsFileGroup settings={settings} actions={actions} />
              <DiagnosisGroup
                events={props.events}
                actions={actions}
                write={() =>
                  diagnosisText({
                    ...{ version, settings, sync, kinds, events },
                    userAgent: navigator.userAgent,
                    languages: [...new Set([...navigator.languages, textLanguage()])],
                    stored: storage,
                    use: storage.use ?? [],
                  })
                }
              />
              <Group id="privacy">
                <Paragraph text={t('optionsPrivacyText')} />
              </Group>
              <AboutGroup version={version} openWelcome={actions.openWelcome} />
            </main>
          </>
        )}
        <StatusBar status={status} onGone={forget} />
      </div>
    </SearchContext.Provider>
  );
}
