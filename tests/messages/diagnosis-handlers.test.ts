import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiagnosisEvent } from '../../lib/diagnosis/diagnosis-event';
import { tellOfEvents } from '../../lib/diagnosis/report';
import { diagnosisHandlers } from '../../lib/messages/handlers/diagnosis-handlers';

let told: DiagnosisEvent[];
const tell = (fault: string, tab = { id: 1, incognito: false }) =>
  diagnosisHandlers['diagnosis/adapter-broken'](
    { adapter: 'arxiv-listing', fault },
    { url: 'https://arxiv.org/list/cs.CL/new', tab },
  );

beforeEach(() => {
  told = [];
  tellOfEvents((event) => told.push(event));
});
afterEach(() => tellOfEvents(undefined));

describe('a content script that tells of a broken adapter', () => {
  it.each([
    ['TypeError', 'TypeError'],
    ['Missing', 'Missing'],
    ['a word of the page, 2401.00001', 'Error'],
  ])('is believed a known word only: %s', async (fault, what) => {
    await tell(fault);
    expect(told).toEqual([expect.objectContaining({ where: 'adapter:arxiv-listing', kind: 'error', what })]);
  });

  it('says nothing of its page', async () => {
    await tell('TypeError');
    expect(JSON.stringify(told)).not.toMatch(/https|list\/cs|tab/);
  });

  it('in a private window is not remembered', async () => {
    await tell('TypeError', { id: 1, incognito: true });
    expect(told).toEqual([]);
  });
});
