// What came of something the reader did to a setting, for the line below it: one act at a time.
import { useState } from 'preact/hooks';
import { failureOf, failureText } from '../page/failure-text';

export interface SettingResult {
  text: string;
  failed?: boolean;
}

export interface SettingActs {
  result: SettingResult | undefined;
  busy: boolean;
  say(result: SettingResult | undefined): void;
  /** Says what `act` resolves to; why it was rejected is put into words by `failed`. Does nothing while another act goes on. */
  run(act: () => Promise<SettingResult | undefined>, failed: (reason: string) => string): Promise<void>;
}

export function useSettingActs(): SettingActs {
  const [result, say] = useState<SettingResult>();
  const [busy, setBusy] = useState(false);
  async function run(act: () => Promise<SettingResult | undefined>, failed: (reason: string) => string) {
    if (busy) return;
    setBusy(true);
    try {
      say(await act());
    } catch (error) {
      say({ text: failed(failureText(failureOf(error))), failed: true });
    } finally {
      setBusy(false);
    }
  }
  return { result, busy, say, run };
}
