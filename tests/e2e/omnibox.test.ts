// The keyword of the address bar. No browser can be made to type into its address bar from outside, so what the browser would tell
// the background is told to it from inside.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexed } from './indexing';
import { openPapergloss, type Papergloss } from './papergloss';

let papergloss: Papergloss;

beforeAll(async () => {
  papergloss = await openPapergloss();
  await papergloss.synced(20);
  await indexed(papergloss);
});
afterAll(() => papergloss?.close());

/** What is suggested while `text` stands behind the keyword. */
const suggestionsFor = (text: string): Promise<{ content: string; description: string }[]> =>
  papergloss.chromium.evaluateInWorker((typed: string) => {
    const { omnibox } = Reflect.get(globalThis, 'chrome');
    return new Promise((resolve) => omnibox.onInputChanged.dispatch(typed, resolve));
  }, text);

const enter = (text: string, disposition: string): Promise<void> =>
  papergloss.chromium.evaluateInWorker(
    ([typed, where]: string[]) => {
      Reflect.get(globalThis, 'chrome').omnibox.onInputEntered.dispatch(typed, where);
    },
    [text, disposition],
  );

it('suggests', async () => {
  console.log(await suggestionsFor('specul'));
  console.log(await suggestionsFor('2303.99001'));
  const opened = papergloss.chromium.context.waitForEvent('page');
  await enter('confidence-gated', 'newForegroundTab');
  const page = await opened;
  await page.waitForURL('https://arxiv.org/abs/2606.18203');
  expect(1).toBe(1);
});
