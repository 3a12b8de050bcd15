// The options page as end-to-end tests handle it. Tests nothing itself.
import type { Locator } from 'playwright-core';

/** Switches `setting`, and waits until the page says that it is saved. Does nothing where it is so already: a test may be tried again. */
export async function switchSetting(setting: Locator, on: boolean): Promise<void> {
  if ((await setting.isChecked()) === on) return;
  await setting.setChecked(on);
  await setting.page().locator('.status-bar').getByText('Saved', { exact: true }).waitFor();
}
