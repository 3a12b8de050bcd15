// What the reader wants to be told of, and forgetting what was learned from what they did.
import type { WatchRule } from '../../lib/papers/watch-rule';
import { t } from '../../lib/text/translate';
import { ActionSetting } from './ActionSetting';
import { Group } from './controls';
import { WatchRules } from './WatchRules';

interface ForYouGroupProps {
  watchRules: readonly WatchRule[];
  actions: {
    change(settings: { watchRules: WatchRule[] }): Promise<unknown>;
    /** From now on what was saved, opened and dismissed before counts no more. Rejects with a `MessageFailure`. */
    resetForYou(): Promise<unknown>;
  };
}

export function ForYouGroup({ watchRules, actions }: ForYouGroupProps) {
  return (
    <Group id="for-you">
      <WatchRules rules={watchRules} onChange={(changed) => actions.change({ watchRules: changed })} />
      <ActionSetting
        name={t('optionsResetForYou')}
        help={t('optionsResetForYouHelp')}
        button={t('optionsResetForYouButton')}
        doing={t('optionsResetForYouDoing')}
        done={t('optionsResetForYouDone')}
        failed={(reason) => t('optionsResetForYouFailed', reason)}
        act={actions.resetForYou}
      />
    </Group>
  );
}
