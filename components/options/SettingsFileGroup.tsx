// The settings as a file: saved, and read again, with what would change shown before it does. The browser asks about notifications only
// while the press is being handled: nothing may be awaited before.
import { useId, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { changedSettings, type SettingsFile, writeSettingsFile } from '../../lib/settings/settings-file';
import { t } from '../../lib/text/translate';
import { Group, Setting } from './controls';
import { readChosenFile } from './read-chosen-file';
import { useSettingActs } from './setting-result';
import { changeText } from './setting-texts';

export interface SettingsFileActions {
  /** Hands a text to the reader as a file. */
  saveFile(name: string, text: string): void;
  /** Rejects with a `MessageFailure`. */
  change(settings: SettingsFile['settings']): Promise<unknown>;
  /** Asks the reader, through the browser; false when the reader says no. */
  allowNotifications(): Promise<boolean>;
}

interface SettingsFileGroupProps {
  settings: Settings;
  actions: SettingsFileActions;
}

const fileName = 'papergloss-settings.json';

/** Long names of a foreign file are nobody's to read. */
const shownNames = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => name.slice(0, 60))
    .join(', ');

export function SettingsFileGroup({ settings, actions }: SettingsFileGroupProps) {
  return (
    <Group id="settings-file">
      <Setting id="save-settings" label={t('optionsFileSave')} help={t('optionsFileSaveHelp')}>
        <button
          type="button"
          class="button"
          aria-describedby="save-settings-help"
          onClick={() => actions.saveFile(fileName, writeSettingsFile(settings))}
        >
          {t('optionsFileSaveButton')}
        </button>
      </Setting>
      <ReadSettings settings={settings} actions={actions} />
    </Group>
  );
}

function ReadSettings({ settings, actions }: SettingsFileGroupProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [file, setFile] = useState<SettingsFile>();
  const { result, busy, say, run } = useSettingActs();
  const failed = (reason: string) => t('optionsFileNotApplied', reason);

  function choose(chosen: File | undefined) {
    if (!chosen) return;
    void run(async () => {
      setFile(undefined);
      const read = await readChosenFile(chosen);
      if ('problem' in read) return { text: read.problem, failed: true };
      setFile(read);
      return undefined;
    }, failed);
  }

  function done(text?: string) {
    setFile(undefined);
    say(text === undefined ? undefined : { text });
    button.current?.focus();
  }

  async function apply(wanted: SettingsFile['settings']) {
    const digest = typeof wanted.digestHour === 'number' && wanted.digestHour !== settings.digestHour;
    const allowed = digest ? actions.allowNotifications().catch(() => false) : Promise.resolve(true);
    await run(async () => {
      const { digestHour, ...others } = wanted;
      const withDigest = await allowed;
      await actions.change(withDigest ? wanted : others);
      done();
      return { text: t(withDigest ? 'optionsFileApplied' : 'optionsFileNoDigest') };
    }, failed);
  }

  return (
    <Setting id={id} label={t('optionsFileRead')} help={t('optionsFileReadHelp')}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('optionsFileRead')}
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0]);
          // So that the same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <button
        ref={button}
        type="button"
        class="button"
        aria-describedby={`${id}-help`}
        aria-disabled={busy}
        onClick={() => input.current?.click()}
      >
        {t('optionsFileReadButton')}
      </button>
      {file && <WhatChanges {...{ file, settings, busy }} onApply={apply} onCancel={() => done()} />}
      <p class="result" role="status" data-failed={result?.failed}>
        {result?.text}
      </p>
    </Setting>
  );
}

interface WhatChangesProps {
  file: SettingsFile;
  settings: Settings;
  busy: boolean;
  onApply(settings: SettingsFile['settings']): void;
  onCancel(): void;
}

function WhatChanges({ file, settings, busy, onApply, onCancel }: WhatChangesProps) {
  const changed = changedSettings(settings, file.settings);
  const wanted = Object.fromEntries(changed.map((setting) => [setting, file.settings[setting]]));
  return (
    <div class="changes">
      <p role="status">{t(changed.length > 0 ? 'optionsFileChanges' : 'optionsFileNothing')}</p>
      <ul>
        {changed.map((setting) => (
          <li key={setting}>{changeText(setting, settings, file.settings)}</li>
        ))}
      </ul>
      {file.leftOut.length > 0 && <p>{t('optionsFileLeftOut', shownNames(file.leftOut))}</p>}
      {changed.length > 0 && (
        <p class="buttons">
          <button type="button" class="button" aria-disabled={busy} onClick={() => onApply(wanted)}>
            {t('optionsFileApply')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('optionsFileCancel')}
          </button>
        </p>
      )}
    </div>
  );
}
