// The content script of every page we may annotate: finds mentions and looks them up. Cards are drawn by another script, which is
// loaded only where there is something to draw.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSend } from '@/lib/messages/send';
import { claimPage } from '@/lib/optional-sites/claim-page';
import { mayAnnotate } from '@/lib/optional-sites/may-annotate';
import { type Annotator, startAnnotator } from '@/lib/page/annotator';
import { answerPageQuestions, watchReadingList } from '@/lib/page/extension-events';
import { createPorts } from '@/lib/page/message-ports';
import { type PageSettings, parsePageSettings } from '@/lib/settings/page-settings';
import { requiredHosts } from '@/lib/settings/required-hosts';
import { siteOfHost } from '@/lib/settings/settings';
import { readStored, watchStored } from '@/lib/settings/stored-settings';
import { siteAdapters } from '@/lib/sites/registry';

const drawingSettings = ({ theme, lookUpUncached, adaptersOff }: PageSettings) =>
  `${theme} ${lookUpUncached} ${adaptersOff}`;

export default defineContentScript({
  matches: [...requiredHosts],
  runAt: 'document_start',

  async main(ctx) {
    if (!claimPage(ctx)) return;
    const send = createSend((message) => browser.runtime.sendMessage(message));
    const site = siteOfHost(location.hostname);
    let settings = await readStored(browser.storage, parsePageSettings);
    let running: { annotator: Annotator; end: AbortController } | undefined;

    function stop(): void {
      running?.end.abort();
      running = undefined;
    }

    function follow(): void {
      const wanted = ctx.isValid && mayAnnotate(location.hostname, settings);
      if (!wanted) stop();
      if (!wanted || running) return;
      const end = new AbortController();
      const ports = createPorts(document, site, settings, send, ctx, end.signal);
      const adapters = siteAdapters.filter(({ id }) => !settings.adaptersOff.includes(id));
      running = { annotator: startAnnotator(document, adapters, ports, end.signal), end };
    }

    follow();
    watchStored(browser.storage, parsePageSettings, ctx.signal, (changed) => {
      const drawnBy = drawingSettings(settings);
      settings = changed;
      // What another site may do is no reason to draw this page anew.
      if (drawnBy !== drawingSettings(changed)) stop();
      follow();
    });
    watchReadingList(browser.storage, ctx.signal, (id, status) =>
      running?.annotator.updatePaper(id, { status }),
    );
    answerPageQuestions(browser.runtime, ctx.signal, () => running?.annotator.targets() ?? []);
    ctx.onInvalidated(stop);
  },
});
