// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adapterName } from '../../../components/options/adapter-names';
import { KindsGroup } from '../../../components/options/KindsGroup';
import type { DiagnosisEvent } from '../../../lib/diagnosis/diagnosis-event';

const kinds = [
  { id: 'arxiv-abstract', fixtureDate: '2026-11' },
  { id: 'made-up', fixtureDate: '2025-01' },
];
const onChange = vi.fn<(off: string[]) => void>();
const since = Date.UTC(2026, 10, 24, 12);

function failed(what: string, count: number, first = since): DiagnosisEvent {
  return { at: since, since: first, where: 'adapter:made-up', kind: 'error', what, count };
}

function show(off: string[] = [], events: DiagnosisEvent[] = []) {
  return render(<KindsGroup {...{ kinds, off, events, onChange }} />);
}
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

afterEach(() => {
  cleanup();
  onChange.mockReset();
});

describe('the kinds of page', () => {
  it('have a switch each, with a name or else their id', () => {
    show(['made-up']);
    expect([checkbox('arXiv: abstracts').checked, checkbox('made-up').checked]).toEqual([true, false]);
  });

  it('say what they were written against', () => {
    show();
    expect(screen.getByText('Written against a page of November 2026.')).toBeTruthy();
  });

  it('say since when they fail, and how often, all their failures together', () => {
    show([], [failed('TypeError', 2), failed('Missing', 1, since - 86_400_000)]);
    expect(
      screen.getByText(/^Written against a page of January 2025\. Failures since Nov 23(, 2026)?: 3\.$/),
    ).toBeTruthy();
    expect(screen.getAllByText(/Failures/)).toHaveLength(1);
  });

  it.each<[what: string, off: string[], name: string, expected: string[]]>([
    ['off', ['other'], 'made-up', ['other', 'made-up']],
    ['on, and leave those of another version as they are', ['other', 'made-up'], 'made-up', ['other']],
  ])('are switched %s', (_what, off, name, expected) => {
    show(off);
    fireEvent.click(checkbox(name));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(expected);
  });

  it('that are called like something of every object go by their id', () => {
    expect(adapterName('constructor')).toBe('constructor');
  });
});
