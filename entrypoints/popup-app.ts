// The living popup as one script: the script that draws the picture of the last list has it loaded once that is on the screen.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

// The build runs this module to learn what it defines: what the popup does when it is loaded must not happen there.
export default defineUnlistedScript(async () => {
  const { startPopup } = await import('./popup/app');
  startPopup();
});
