// @ts-check
// What the Chromium of tests is to leave off. Of several `--disable-features` a browser heeds the last alone, so that Playwright's own
// list is repeated here; a test compares it with the one of the installed version.

/** As Playwright asks for it by itself. */
export const playwrightsDisabled = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * Pages of the browser's own window and processes for pages to come, made ready though nobody sees them: a fifth of what a test costs
 * the machine.
 */
const madeReady = [
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export const featuresOff = `--disable-features=${[...playwrightsDisabled, ...madeReady].join(',')}`;
