// A file the reader chose, as settings or as a sentence that says why it holds none.
import {
  maxSettingsFile,
  readSettingsFile,
  type SettingsFile,
  SettingsFileError,
  type SettingsFileProblem,
} from '../../lib/settings/settings-file';
import { type MessageKey, t } from '../../lib/text/translate';

const problems: Record<SettingsFileProblem, MessageKey> = {
  'too-large': 'optionsFileTooLarge',
  unreadable: 'optionsFileUnreadable',
  'other-file': 'optionsFileOther',
  'newer-version': 'optionsFileNewer',
  'bad-value': 'optionsFileBadValue',
};

/** A file that is too large is not even read. Rejects only where the disk does. */
export async function readChosenFile(file: Blob): Promise<SettingsFile | { problem: string }> {
  try {
    if (file.size > maxSettingsFile) throw new SettingsFileError('too-large');
    return readSettingsFile(await file.text());
  } catch (error) {
    if (!(error instanceof SettingsFileError)) throw error;
    const { problem, detail } = error;
    return { problem: t(problems[problem], problem === 'too-large' ? maxSettingsFile / 1_000 : detail) };
  }
}
