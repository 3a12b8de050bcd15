import { describe, expect, it } from 'vitest';
import { navigationNames } from './navigation-names.mjs';

const url = 'https://arxiv.org/abs/2401.00001';
const happened = (event: string, navigation: string, fields = {}) => ({
  method: `browsingContext.${event}`,
  params: { context: 'tab', navigation, url, ...fields },
});

/** The names a driver hears. */
function heard(names: ReturnType<typeof navigationNames>, events: ReturnType<typeof happened>[]): string[] {
  for (const event of events) names.heard(event);
  return events.map(({ params }) => params.navigation);
}

describe('a navigation', () => {
  it('that begins twice keeps its first name', () => {
    const events = [
      happened('navigationStarted', 'first'),
      happened('navigationStarted', 'second'),
      happened('navigationCommitted', 'second'),
      happened('load', 'second'),
    ];
    expect(heard(navigationNames(), events)).toEqual(['first', 'first', 'first', 'first']);
  });

  it.each(['navigationCommitted', 'navigationFailed', 'navigationAborted'])(
    'to the same address after %s is another one',
    (end) => {
      const events = [
        happened('navigationStarted', 'first'),
        happened(end, 'first'),
        happened('navigationStarted', 'second'),
      ];
      expect(heard(navigationNames(), events)).toEqual(['first', 'first', 'second']);
    },
  );

  it('that is asked for anew is another one, though of the one before nothing was heard', () => {
    const names = navigationNames();
    heard(names, [happened('navigationStarted', 'first')]);
    names.asked('tab');
    expect(heard(names, [happened('navigationStarted', 'second')])).toEqual(['second']);
  });

  it('elsewhere is another one: of another tab, or to another address', () => {
    const events = [
      happened('navigationStarted', 'first'),
      happened('navigationStarted', 'of another tab', { context: 'other' }),
      happened('navigationStarted', 'to another address', { url: 'https://arxiv.org/' }),
    ];
    expect(heard(navigationNames(), events)).toEqual(['first', 'of another tab', 'to another address']);
  });

  it('is not what other messages are about', () => {
    const message = { method: 'log.entryAdded', params: { text: 'said' } };
    navigationNames().heard(message);
    expect(message.params).toEqual({ text: 'said' });
  });
});
