// The keyword of the address bar. No browser can be made to type into its address bar from outside, so what the browser would tell
// the background is told to it from inside.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSynced, type Papergloss } from './papergloss';

let papergloss: Papergloss;

beforeAll(async () => {
  papergloss = await openSynced();
});
afterAll(() => papergloss?.close());

/** What is suggested while `text` stands behind the keyword. */
const suggestionsFor = (text: string): Promise<{ content: string; description: string }[]> =>
  papergloss.browser.evaluateInBackground((typed: string) => {
    const { omnibox } = Reflect.get(globalThis, 'chrome');
    return new Promise((resolve) => omnibox.onInputChanged.dispatch(typed, resolve));
  }, text);

const enter = (text: string, disposition: string): Promise<void> =>
  papergloss.browser.evaluateInBackground(
    ([typed, where]: string[]) => {
      Reflect.get(globalThis, 'chrome').omnibox.onInputEntered.dispatch(typed, where);
    },
    [text, disposition],
  );

/** No one-paper request, no search: the days of the feed may go on coming. */
const asked = () =>
  papergloss.web.requests.filter(
    ({ host, url }) => host === 'huggingface.co' && !url.includes('/api/daily_papers?date='),
  );

it('suggests what is cached as one types, marked, with Hugging Face last, and asks nobody', async () => {
  const lines = await suggestionsFor('specul');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines[0]?.content).toMatch(/^https:\/\/arxiv\.org\/abs\/\d/);
  expect(lines[0]?.description).toContain('<match>Speculative</match>');
  expect(lines.at(-1)).toEqual({
    content: 'https://huggingface.co/papers?q=specul',
    description: 'Search Hugging Face for “specul”',
  });
  expect(asked()).toEqual([]);
});

it('suggests what Chromium can read, whatever is typed', async () => {
  const page = await papergloss.openOwn('options');
  for (const text of ['a & b <c> "d"', '\u0000\ud800]]>', '%s', 'x'.repeat(10_000)]) {
    for (const { description } of await suggestionsFor(text)) {
      const isXml = await page.evaluate(
        (line) =>
          new DOMParser().parseFromString(`<line>${line}</line>`, 'text/xml').querySelector('parsererror') ===
          null,
        description,
      );
      expect(isXml, description).toBe(true);
    }
  }
  await page.close();
});

it.each([
  ['the best match', 'confidence-gated', 'https://arxiv.org/abs/2606.18203'],
  ['a paper that is named, cached or not', 'arXiv:2303.99001v2', 'https://arxiv.org/abs/2303.99001'],
  ['the line that was chosen', 'https://arxiv.org/abs/2606.17011', 'https://arxiv.org/abs/2606.17011'],
  ['Hugging Face where nothing matches', 'zzzqqq', 'https://huggingface.co/papers?q=zzzqqq'],
])('opens %s', async (_what, text, address) => {
  const opening = papergloss.browser.context.waitForEvent('page');
  await enter(text, 'newForegroundTab');
  const page = await opening;
  await page.waitForURL(address);
  await page.close();
});

it('opens in the tab at hand where the reader wants that', async () => {
  const page = await papergloss.openOwn('options');
  await page.bringToFront();
  await enter('confidence-gated', 'currentTab');
  await page.waitForURL('https://arxiv.org/abs/2606.18203');
});
