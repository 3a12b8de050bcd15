import { describe, expect, it } from 'vitest';
import { adapterKinds } from '../../lib/sites/adapter-kinds';
import { siteAdapters } from '../../lib/sites/registry';

describe('the kinds of page', () => {
  it('are those of the adapters, by id, with their date and nothing else', () => {
    const expected = siteAdapters.map(({ id, fixtureDate }) => ({ id, fixtureDate }));
    expect(adapterKinds).toEqual(expected.toSorted((one, other) => one.id.localeCompare(other.id, 'en')));
    expect(adapterKinds.length).toBeGreaterThan(10);
  });
});
