// @vitest-environment happy-dom
// What every site adapter promises, run over all of them: adding an adapter adds its file and nothing here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetKey } from '../../lib/papers/target';
import { siteAdapters } from '../../lib/sites/registry';

const files = Object.keys(import.meta.glob('../../lib/sites/adapters/*.ts'));
const fixtures = import.meta.glob<string>('../fixtures/sites/*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function fixturesOf(id: string): [name: string, html: string][] {
  return Object.entries(fixtures).filter(([path]) => path.split('/').at(-1)?.startsWith(`${id}.`));
}

/** The page as a hostile or half-loaded one might be: every n-th element is taken out. */
function mutilate(document: Document, everyNth: number): Document {
  [...document.querySelectorAll('*')].forEach((element, position) => {
    if (position % everyNth === 0 && element !== document.documentElement) element.remove();
  });
  return document;
}

it('finds every adapter file', () => {
  expect(siteAdapters.length).toBeGreaterThan(0);
  expect(siteAdapters.length).toBe(files.length);
});

describe.each(siteAdapters.map((adapter) => [adapter.id, adapter] as const))('adapter %s', (id, adapter) => {
  const page = new URL(adapter.examples.active[0] ?? 'https://example.org/');

  it('is named after its file', () => {
    expect(files).toContain(`../../lib/sites/adapters/${id}.ts`);
  });

  it('says host-wide match patterns', () => {
    for (const host of adapter.hosts) expect(host).toMatch(/^https:\/\/(\*|(\*\.)?[a-z0-9.-]+)\/\*$/);
  });

  it.each(adapter.examples.active)('is active at %s', (url) =>
    expect(adapter.isActive(new URL(url))).toBe(true),
  );

  it.each(adapter.examples.inactive)('is inactive at %s', (url) => {
    expect(adapter.isActive(new URL(url))).toBe(false);
    expect(adapter.ownTarget?.(new URL(url))).toBeUndefined();
  });

  it("is inactive on every other adapter's pages unless it shares them", () => {
    const others = siteAdapters.filter(
      (other) => other !== adapter && !adapter.sharesPagesWith?.includes(other.id),
    );
    const claimed = others
      .flatMap((other) => other.examples.active)
      .filter((url) => adapter.isActive(new URL(url)));
    expect(claimed).toEqual([]);
  });

  it('finds nothing in an empty document', () => {
    expect(adapter.findMentions(parse(''), page)).toEqual([]);
  });

  it('has a fixture', () => expect(fixturesOf(id)).not.toEqual([]));

  it('says the month of its newest fixture', () => {
    const months = fixturesOf(id).flatMap(([path]) => /(\d{4}-\d\d)\.html$/.exec(path)?.[1] ?? []);
    expect(months).toHaveLength(fixturesOf(id).length);
    expect(adapter.fixtureDate).toBe(months.toSorted().at(-1));
  });

  it('bears every address: only what it reads in a page is guarded', () => {
    const hosts = adapter.examples.active.map((url) => new URL(url).hostname);
    const address = fc.tuple(
      fc.constantFrom(...hosts),
      fc.array(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('abs', '%E0%A4%A', '..', '', 'papers')),
        {
          maxLength: 5,
        },
      ),
      fc.webQueryParameters(),
    );
    fc.assert(
      fc.property(address, ([host, parts, query]) => {
        const url = new URL(`https://${host}/`);
        url.pathname = parts.join('/');
        url.search = query;
        adapter.isActive(url);
        adapter.ownTarget?.(url);
      }),
    );
  });

  describe.each(fixturesOf(id))('on %s', (_name, html) => {
    it('finds something', () => expect(adapter.findMentions(parse(html), page)).not.toEqual([]));

    it('finds the same twice and leaves the page as it was', () => {
      const document = parse(html);
      const before = document.documentElement.outerHTML;
      const first = adapter.findMentions(document, page);
      const second = adapter.findMentions(document, page);
      expect(second.length).toBe(first.length);
      second.forEach((mention, position) => {
        expect(mention.target).toEqual(first[position]?.target);
        expect(mention.place.element).toBe(first[position]?.place.element);
      });
      expect(document.documentElement.outerHTML).toBe(before);
    });

    it.each([2, 3, 5, 7])('bears a page that lost every %i-th element', (nth) => {
      expect(() => adapter.findMentions(mutilate(parse(html), nth), page)).not.toThrow();
    });

    it('finds the same where other extensions have left their marks in and around links', () => {
      const document = parse(html);
      const keys = () => adapter.findMentions(document, page).map(({ target }) => targetKey(target));
      const before = keys();
      for (const link of document.querySelectorAll('a')) {
        link.prepend(
          Object.assign(document.createElement('span'), { className: 'foreign', textContent: '★ 12' }),
        );
        link.append(document.createElement('x-foreign-mark'));
        link.after(Object.assign(document.createElement('sup'), { textContent: '?' }));
      }
      expect(keys()).toEqual(before);
    });

    it('puts nothing outside the page', () => {
      const document = parse(html);
      for (const { place, quietPlace } of adapter.findMentions(document, page)) {
        expect(document.contains(place.element)).toBe(true);
        if (quietPlace) expect(document.contains(quietPlace.element)).toBe(true);
      }
    });
  });
});
