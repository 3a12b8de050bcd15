// @ts-check
// Finding mentions on a page with 10,000 links, against one bare query for the links that may count, and against a bare loop over
// `document.links` that reads `href`.

import { loadInPage } from '../drivers/load-in-page.mjs';
import { interleave, rowOf } from './interleave.mjs';
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
    const { detection, reading, query } = await bench.call('repeated', 40);

    /** @param {'firstDetection' | 'firstReading' | 'firstQuery'} name */
    async function inNewDocument(name) {
      await page.reload();
      await bench.enter();
      await bench.call('drawLinks');
      return bench.call(name);
    }
    const first = await interleave(
      {
        detection: () => inNewDocument('firstDetection'),
        reading: () => inNewDocument('firstReading'),
        query: () => inNewDocument('firstQuery'),
      },
      { rounds: 12 },
    );
    return [
      rowOf('detection, 10,000 links, against a bare query', detection, query, 3),
      rowOf('detection, 10,000 links, against a bare loop', detection, reading, 0.4),
      rowOf('… first time in a document, against a bare query', first.detection, first.query),
      rowOf('… first time in a document, against a bare loop', first.detection, first.reading),
    ];
  } finally {
    await close();
  }
};
