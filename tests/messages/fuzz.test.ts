// Every message of the protocol, made from its schema and against it, from everybody who could send one.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeError } from '../../lib/messages/describe-error';
import { createHandlers } from '../../lib/messages/handlers/create-handlers';
import { answer, type Handlers, type OnRefused } from '../../lib/messages/listen';
import { payloadSchemas } from '../../lib/messages/payload-schemas';
import type { MessageType } from '../../lib/messages/protocol';
import { mayAsk, type Sender } from '../../lib/messages/sender';
import { storeFeedDay } from '../../lib/store/feed-days';
import { paper } from '../store/stored-papers';
import { contentAt, exampleBackground, now, popup } from './example-background';
import { fromSchema, mutated } from './from-schema';

vi.setConfig({ testTimeout: 120_000 });

const self = { id: 'papergloss', origin: 'chrome-extension://papergloss' };
const types = Object.keys(payloadSchemas) as MessageType[];
const schemaOf = (type: MessageType) => payloadSchemas[type];

const handled = vi.fn(async () => undefined);
const refused = vi.fn<OnRefused>();
const deaf = new Proxy({} as Handlers, { get: () => handled });
const describeAny = (error: unknown) => ({ code: 'internal' as const, detail: String(error) });

async function ask(message: unknown, sender: Sender) {
  handled.mockClear();
  refused.mockClear();
  const reply = await answer(message, sender, self, deaf, describeAny, refused);
  return { reply, reached: handled.mock.calls.length, told: refused.mock.calls };
}

const strangers: [who: string, sender: Sender][] = [
  ['nobody', {}],
  ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
  [
    'another extension that claims our address',
    { id: 'other', url: 'chrome-extension://papergloss/popup.html' },
  ],
  ['a page of the web', { url: 'https://arxiv.org/abs/2412.17747', tab: {}, frameId: 0 }],
  ['our script in a frame', { ...contentAt('https://arxiv.org/'), frameId: 4 }],
  ['our script on a page without TLS', contentAt('http://arxiv.org/')],
  ['our script in a local file', contentAt('file:///page.html')],
  ['our script in a document without an address', contentAt('about:srcdoc')],
  ['an address that begins like ours', { id: 'papergloss', url: 'chrome-extension://papergloss.example/x' }],
];

describe.each(types)('a message %s', (type) => {
  const valid = fromSchema(schemaOf(type));

  it('made from its schema reaches its handler, once', async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (request) => {
        const { reply, reached, told } = await ask({ type, request }, popup);
        expect(reply.ok, JSON.stringify(reply)).toBe(true);
        expect([reached, told]).toEqual([1, []]);
      }),
    );
  });

  it('with a part that is wrong is refused and told of once, or is one its schema takes', async () => {
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(valid.chain(mutated), async (request) => {
        const takes = schemaOf(type).safeParse(request).success;
        const { reply, reached, told } = await ask({ type, request }, popup);
        if (!takes) refusals++;
        expect([reply.ok, reached]).toEqual(takes ? [true, 1] : [false, 0]);
        expect(told).toEqual(takes ? [] : [[type, 'bad-request']]);
      }),
      { numRuns: 200 },
    );
    expect(refusals).toBeGreaterThan(20);
  });

  it.each(strangers)('from %s is refused and told of once', async (_who, sender) => {
    const [request] = fc.sample(valid, 1);
    const { reply, reached, told } = await ask({ type, request }, sender);
    expect(reply).toMatchObject({ ok: false, code: 'not-allowed' });
    expect([reached, told]).toEqual([0, [[type, 'not-allowed']]]);
  });

  it('from our script in a page is answered only where content scripts may ask it', async () => {
    const [request] = fc.sample(valid, 1);
    const { reply, reached } = await ask({ type, request }, contentAt('https://arxiv.org/abs/2412.17747'));
    expect([reply.ok, reached]).toEqual(mayAsk('content', type) ? [true, 1] : [false, 0]);
  });
});

it('what is no message at all is refused as unknown, and told of once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (message) => {
      const { reply, reached, told } = await ask(message, popup);
      expect([reply.ok, reached, told]).toEqual([false, 0, [['unknown', 'bad-request']]]);
    }),
  );
});

describe('the background', () => {
  const background = exampleBackground();
  const handlers = createHandlers(background);
  const problems = vi.fn();
  const catchRejection = (error: unknown) => problems(error);

  beforeAll(async () => {
    process.on('unhandledRejection', catchRejection);
    const papers = ['2412.17747', '2605.10001', 'hep-th/9901001'].map((id) =>
      paper(id, { day: '2026-06-12' }),
    );
    await storeFeedDay(background.db, { day: '2026-06-12', papers, rejected: 0, fetchedAt: now });
    vi.mocked(background.client.list).mockResolvedValue({ papers, rejected: [] });
  });
  afterAll(() => void process.off('unhandledRejection', catchRejection));

  it.each(types)('does what a well-formed %s asks, or says why not; never by accident', async (type) => {
    const senders = fc.constantFrom(
      popup,
      contentAt('https://arxiv.org/abs/2412.17747'),
      contentAt('https://github.com/owner/name'),
    );
    await fc.assert(
      fc.asyncProperty(fromSchema(schemaOf(type)), senders, async (request, sender) => {
        const reply = await answer({ type, request }, sender, self, handlers, describeError);
        if (!reply.ok)
          expect(reply.code, `${type} ${JSON.stringify(request)}: ${reply.detail}`).not.toBe('internal');
      }),
      { numRuns: 40 },
    );
    expect(problems).not.toHaveBeenCalled();
  });
});
