// Keeps a picture of the popup for the next time, when the browser has nothing better to do.
import browser from 'webextension-polyfill';
import { takePicture } from '@/components/popup/take-picture';
import type { Theme } from '@/lib/settings/settings';
import { keepListSnapshot, madeBy } from '@/lib/store/list-snapshot';
import { textLocale } from '@/lib/text/translate';

const maker = madeBy(browser.runtime.getManifest().version, textLocale().language);
let due = 0;

/** `isEmpty`: there is nothing to be seen any more, and what was is not to come back. */
export function keepPicture(root: Element, theme: Theme, isEmpty: boolean): void {
  cancelIdleCallback(due);
  due = requestIdleCallback(() => {
    const html = takePicture(root);
    if (html !== undefined) keepListSnapshot(localStorage, { madeBy: maker, theme, html });
    else if (isEmpty) keepListSnapshot(localStorage, undefined);
  });
}
