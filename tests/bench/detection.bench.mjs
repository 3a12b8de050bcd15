// @ts-check
// Finding mentions on a page with 10,000 links, against a bare loop over `document.links` that reads `href`.
import { interleave, rowOf } from './interleave.mjs';
import { loadInPage } from './load-in-page.mjs';
import { openPapergloss } from './open-papergloss.mjs';

/** A site without content scripts, so that nobody else looks at the links. */
const host = 'links.example.org';

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { page, close } = await openPapergloss(context, {
    sites: { [host]: (_request, response) => void response.end('<!doctype html><title>Links</title>') },
  });
  try {
    await page.goto(`https://${host}/`);
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/detection')>>>} */
    const bench = await loadInPage(new URL('in-page/detection.ts', import.meta.url), page);
    await bench.call('drawLinks');
    const { links, mentions, adapters } = await bench.call('counts');
    console.log(`${mentions} mentions among ${links} links, found by ${adapters.join(' and ')}`);
    const { detection, reading } = await bench.call('repeated', 40);

    /** @param {'firstDetection' | 'firstReading'} name */
    async function inNewDocument(name) {
      await page.reload();
      await bench.enter();
      await bench.call('drawLinks');
      return bench.call(name);
    }
    const first = await interleave(
      { detection: () => inNewDocument('firstDetection'), reading: () => inNewDocument('firstReading') },
      { rounds: 12 },
    );
    return [
      rowOf('detection, 10,000 links', detection, reading, 0.5),
      rowOf('… first time in a document', first.detection, first.reading),
    ];
  } finally {
    await close();
  }
};
