// What this is, which version of it, what it is made of, and the way back to the page of the first run.
import { t } from '../../lib/text/translate';
import { Group } from './controls';
import { Findable, Found, Paragraph } from './search-settings';

interface AboutGroupProps {
  /** Of the extension, from its manifest. */
  version: string;
  openWelcome(): void;
}

export function AboutGroup({ version, openWelcome }: AboutGroupProps) {
  return (
    <Group id="about">
      <Paragraph text={t('optionsVersion', version)} />
      <Paragraph quiet text={t('optionsAboutText')} />
      <Findable texts={[t('optionsLicences')]}>
        <a href="/NOTICE.txt" target="_blank" rel="noreferrer">
          <Found text={t('optionsLicences')} />
        </a>
      </Findable>
      <Findable texts={[t('optionsAboutWelcome')]}>
        <button type="button" class="button" onClick={openWelcome}>
          {t('optionsAboutWelcome')}
        </button>
      </Findable>
    </Group>
  );
}
