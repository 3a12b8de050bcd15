// The options page: everything the reader can change, each with one line of help. Changes are saved at once.
import '../tokens.css';
import '../page.css';
import './options.css';
import { useCallback, useState } from 'preact/hooks';
import { horizonChoices, type Settings, type Theme } from '../../lib/settings/settings';
import { type MessageKey, t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { type Status, StatusBar } from '../page/StatusBar';
import { type BackupActions, BackupGroup, type BackupView } from './BackupGroup';
import { Group, RadioSetting, SelectSetting, SwitchSetting } from './controls';
import { type ListSyncActions, ListSyncGroup, type ListSyncView } from './ListSyncGroup';
import { OtherSites, type SiteActions } from './OtherSites';
import { StorageGroup, type StorageSummary } from './StorageGroup';

export type SettingsChange = Partial<
  Pick<Settings, 'horizonDays' | 'lookUpUncached' | 'relatedInPages' | 'syncList' | 'theme'>
>;

/** Those of the background reject with a `MessageFailure`. */
export interface OptionsActions extends SiteActions, BackupActions, ListSyncActions {
  change(settings: SettingsChange): Promise<unknown>;
  /** Resolves to how many papers were removed. */
  clearCache(): Promise<{ papers: number }>;
}

export interface OptionsProps {
  /** Undefined while they are being read. */
  settings: Settings | undefined;
  storage: StorageSummary;
  backup: BackupView;
  listSync: ListSyncView;
  /** Sites that are annotated without asking, as the settings name them: `arxiv.org`. */
  sites: readonly string[];
  /** Of the extension, from its manifest. */
  version: string;
  actions: OptionsActions;
}

const themeNames: Record<Theme, MessageKey> = {
  auto: 'optionsThemeAuto',
  light: 'optionsThemeLight',
  dark: 'optionsThemeDark',
};
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** How long “Saved” stays, ms. */
const savedTime = 3_000;

export function Options(props: OptionsProps) {
  const { settings, storage, backup, listSync, sites, version, actions } = props;
  const [status, setStatus] = useState<Status>();

  async function save(write: Promise<unknown>) {
    try {
      await write;
      setStatus({ text: t('optionsSaved'), lasts: savedTime });
    } catch (error) {
      setStatus({ failed: true, text: t('optionsNotSaved', failureText(failureOf(error))) });
    }
  }
  const change = (settingsChange: SettingsChange) => void save(actions.change(settingsChange));

  return (
    <div class="options">
      <header>
        <h1>{t('pageOptions')}</h1>
        <span class="signature">{t('extensionName')}</span>
      </header>
      {settings && (
        <main>
          <Group title={t('optionsSites')}>
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
          <OtherSites {...{ settings, save, actions }} onStatus={setStatus} />
          <Group title={t('optionsFeed')}>
            <SelectSetting
              label={t('optionsHorizon')}
              help={t('optionsHorizonHelp')}
              choices={horizonChoices.map((days) => ({
                value: days,
                label: days === 365 ? t('optionsOneYear') : t('optionsDays', days),
              }))}
              chosen={settings.horizonDays}
              onChoose={(horizonDays) => change({ horizonDays })}
            />
            <SwitchSetting
              label={t('optionsLookUp')}
              help={t('optionsLookUpHelp')}
              on={settings.lookUpUncached}
              onSwitch={(lookUpUncached) => change({ lookUpUncached })}
            />
            <SwitchSetting
              label={t('optionsRelated')}
              help={t('optionsRelatedHelp')}
              on={settings.relatedInPages}
              onSwitch={(relatedInPages) => change({ relatedInPages })}
            />
          </Group>
          <Group title={t('optionsAppearance')}>
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
          <Group title={t('optionsPrivacy')}>
            <p>{t('optionsPrivacyText')}</p>
          </Group>
          <Group title={t('optionsAbout')}>
            <p>{t('optionsVersion', version)}</p>
            <p class="quiet">{t('optionsAboutText')}</p>
          </Group>
        </main>
      )}
      <StatusBar status={status} onGone={useCallback(() => setStatus(undefined), [])} />
    </div>
  );
}
