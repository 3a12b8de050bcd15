// The menu of the toolbar button: ways to the other surfaces, and hiding what is ours on a page. Data only.
import type { Menus } from 'webextension-polyfill';
import { t } from '../text/translate';

/** What the items are called in the browser's events. */
export const toolbarItems = {
  library: 'open-library',
  sidePanel: 'open-side-panel',
  annotations: 'toggle-annotations',
} as const;

/** Called when texts can be read, and not before. `hasSidePanel`: whether the browser has one, or a sidebar. */
export function toolbarMenuItems(
  hasSidePanel: boolean,
): (Menus.CreateCreatePropertiesType & { id: string })[] {
  const contexts: Menus.ContextType[] = ['action'];
  return [
    { id: toolbarItems.library, title: t('menuLibrary'), contexts },
    ...(hasSidePanel ? [{ id: toolbarItems.sidePanel, title: t('menuSidePanel'), contexts }] : []),
    { id: toolbarItems.annotations, title: t('menuToggleAnnotations'), contexts },
  ];
}
