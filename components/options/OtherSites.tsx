// Sites beyond the required ones: those the reader has allowed, a field to add one, and the switch for all. The browser asks the
// reader to confirm, which it does only while a click or key press is being handled: nothing may be awaited before `allow`.
import { useRef } from 'preact/hooks';
import { type GrantedSite, grantedSites } from '../../lib/optional-sites/granted-sites';
import { everyHost } from '../../lib/optional-sites/host-pattern';
import type { Settings } from '../../lib/settings/settings';
import { t } from '../../lib/text/translate';
import type { Status } from '../page/StatusBar';
import { AddSite } from './AddSite';
import { Group, SwitchSetting } from './controls';
import { Paragraph } from './search-settings';

export interface SiteActions {
  /** Asks the reader, through the browser; false when the reader says no. Rejects where the browser does not even ask. */
  allow(origins: string[]): Promise<boolean>;
  disallow(origins: string[]): Promise<unknown>;
  switchSite(site: string, on: boolean): Promise<unknown>;
}

interface OtherSitesProps {
  settings: Settings;
  /** Says whether it was saved. */
  save(write: Promise<unknown>): Promise<unknown>;
  onStatus(status: Status): void;
  actions: SiteActions;
}

interface SiteRowProps extends Pick<SiteActions, 'switchSite'> {
  granted: GrantedSite;
  /** Undefined where all sites are allowed and this one was not allowed by itself. */
  onRemove?: () => void;
}

function SiteRow({ granted: { site, on }, switchSite, onRemove }: SiteRowProps) {
  return (
    <div class="other-site" data-site={site}>
      {onRemove && (
        <button
          type="button"
          class="button"
          aria-label={t('optionsRemoveSiteNamed', site)}
          onClick={onRemove}
        >
          {t('optionsRemoveSite')}
        </button>
      )}
      <SwitchSetting
        label={site}
        help={t('optionsSiteHelp', site)}
        on={on}
        onSwitch={(to) => switchSite(site, to)}
      />
    </div>
  );
}

export function OtherSites({ settings, save, onStatus, actions }: OtherSitesProps) {
  const { all, sites } = grantedSites(settings);
  const group = useRef<HTMLDivElement>(null);

  /** The button that was pressed goes away with its row; the focus goes on to the field. */
  async function remove(origins: string[]) {
    await save(actions.disallow(origins));
    group.current?.querySelector<HTMLElement>('.text-field')?.focus();
  }

  async function allowAll() {
    const allowed = actions.allow([everyHost]);
    await save(allowed);
    if (!(await allowed)) onStatus({ failed: true, text: t('optionsAllSitesRefused') });
  }

  return (
    <Group id="other-sites">
      <Paragraph quiet text={t('optionsOtherSitesText')} />
      <div ref={group} class="group">
        {sites.map((granted) => (
          <SiteRow
            key={granted.site}
            granted={granted}
            switchSite={(site, on) => save(actions.switchSite(site, on))}
            onRemove={granted.origins.length > 0 ? () => void remove(granted.origins) : undefined}
          />
        ))}
        <AddSite allow={actions.allow} />
        <SwitchSetting
          label={t('optionsAllSites')}
          help={t('optionsAllSitesHelp')}
          on={all}
          onSwitch={(on) => void (on ? allowAll() : save(actions.disallow([everyHost])))}
        />
      </div>
    </Group>
  );
}
