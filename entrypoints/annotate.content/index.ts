// The content script of every arXiv and GitHub page: finds mentions and looks them up. Cards are drawn by another script,
// which is loaded only where there is something to draw.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSend } from '@/lib/messages/send';
import { type Annotator, startAnnotator } from '@/lib/page/annotator';
import { answerPageQuestions, watchReadingList } from '@/lib/page/extension-events';
import { followHostTheme } from '@/lib/page/host-theme';
import { createPorts } from '@/lib/page/message-ports';
import { hostSelector } from '@/lib/page/shadow-host';
import { siteOfHost } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { siteAdapters } from '@/lib/sites/registry';

export default defineContentScript({
  matches: [...new Set(siteAdapters.flatMap((adapter) => adapter.hosts))],
  runAt: 'document_start',

  async main(ctx) {
    const send = createSend((message) => browser.runtime.sendMessage(message));
    const site = siteOfHost(location.hostname);
    let settings = await readSettings(browser.storage);
    let running: { annotator: Annotator; end: AbortController } | undefined;

    function stop(): void {
      running?.end.abort();
      running = undefined;
    }

    function follow(): void {
      const wanted = ctx.isValid && !settings.sitesOff.includes(site);
      if (!wanted) stop();
      if (!wanted || running) return;
      const end = new AbortController();
      const ports = createPorts(document, site, settings, send);
      running = { annotator: startAnnotator(document, siteAdapters, ports, end.signal), end };
      if (settings.theme === 'auto') followHostTheme(document, hostSelector, end.signal);
    }

    follow();
    watchSettings(browser.storage, ctx.signal, (changed) => {
      stop();
      settings = changed;
      follow();
    });
    watchReadingList(browser.storage, ctx.signal, (id, status) =>
      running?.annotator.updatePaper(id, { status }),
    );
    answerPageQuestions(browser.runtime, ctx.signal, () => running?.annotator.targets() ?? []);
    document.addEventListener('visibilitychange', follow, { signal: ctx.signal });
    ctx.onInvalidated(stop);
  },
});
