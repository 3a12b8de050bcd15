// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpots, type Spot } from '../../lib/page/spots';
import type { Mention, Place } from '../../lib/sites/types';
import { Sight } from './sight';

const end = new AbortController();
let painted: boolean;

beforeEach(() => {
  painted = true;
  Sight.inSight.clear();
  Sight.observers = [];
  vi.stubGlobal('IntersectionObserver', Sight);
  document.body.innerHTML = '<p><a>x</a> and more</p>';
});
afterEach(() => vi.unstubAllGlobals());

const link = () => document.querySelector('a') as HTMLElement;
const badgeBehind = (element: Element | Text): Mention => ({
  target: { kind: 'paper', id: '2606.10001' },
  form: 'badge',
  place: { element, position: 'after' } as Place,
});

async function spotOf(mention: Mention): Promise<Spot | undefined> {
  let found: Spot | undefined;
  createSpots(() => painted, end.signal).find(mention, (spot) => {
    found = spot;
  });
  await Promise.resolve();
  return found;
}

/** Puts a badge there as the annotator does. */
function put({ place, floating }: Spot): HTMLElement {
  const host = document.createElement('papergloss-badge');
  if (floating !== undefined) host.dataset.floating = String(floating);
  if (place.position === 'append') place.element.append(host);
  else place.element[place.position](host);
  return host;
}

describe('a badge', () => {
  it('goes into the text at once while nothing has been painted', () => {
    painted = false;
    Sight.inSight.add(link());
    const found = vi.fn();
    createSpots(() => painted, end.signal).find(badgeBehind(link()), found);
    expect(found).toHaveBeenCalledWith({
      place: { element: link(), position: 'after' },
      form: 'badge',
      isElsewhere: false,
    });
  });

  it('goes into the text later where it is out of sight', async () => {
    expect(await spotOf(badgeBehind(link()))).toEqual({
      place: { element: link(), position: 'after' },
      form: 'badge',
      isElsewhere: false,
    });
  });

  it('floats at the end of a line in sight', async () => {
    Sight.inSight.add(link());
    const spot = await spotOf(badgeBehind(link()));
    expect(spot?.floating).toBe(0);
    expect(spot?.place.element).toBe(document.querySelector('p')?.lastChild);
  });

  it('floats in a table even out of sight, since a column moves as a whole', async () => {
    document.body.innerHTML = '<table><tr><td><a>x</a></td></tr></table>';
    expect((await spotOf(badgeBehind(link())))?.floating).toBe(0);
  });

  it('that is the fourth of a line waits until the line has gone out of sight', async () => {
    document.body.innerHTML = '<p><a>1</a> <a>2</a> <a>3</a> <a>4</a></p>';
    const links = [...document.querySelectorAll('a')];
    for (const each of links) Sight.inSight.add(each);
    const spots = createSpots(() => painted, end.signal);
    const hosts: string[] = [];
    for (const each of links) {
      spots.find(
        badgeBehind(each),
        (spot) => void hosts.push(spot ? (put(spot).dataset.floating ?? 'in the text') : 'nowhere'),
      );
    }
    await Promise.resolve();
    expect(hosts).toEqual(['0', '1', '2']);
    Sight.inSight.clear();
    for (const observer of Sight.observers) for (const each of links) observer.tellOf(each);
    expect(hosts).toEqual(['0', '1', '2', 'in the text']);
  });

  it.each([
    ['more text', '<p><a>x</a> and more</p>', true],
    ['a full stop', '<p><a>x</a>.</p>', false],
    ['nothing', '<p><b><a>x</a></b></p>', false],
  ])('that floats behind %s says whether it has to say what it is about', async (_, html, isElsewhere) => {
    document.body.innerHTML = html;
    Sight.inSight.add(link());
    expect(await spotOf(badgeBehind(link()))).toMatchObject({ floating: 0, isElsewhere });
  });

  it('is put nowhere inside an editor', async () => {
    document.body.innerHTML = '<div contenteditable="true"><a>x</a></div>';
    expect(await spotOf(badgeBehind(link()))).toBeUndefined();
  });

  it('says when it stands elsewhere than meant', async () => {
    document.body.innerHTML = '<pre><a>x</a></pre>';
    expect((await spotOf(badgeBehind(link())))?.isElsewhere).toBe(true);
  });
});

describe('a card', () => {
  const card = (): Mention => ({
    ...badgeBehind(link()),
    form: 'card',
    quietPlace: { element: document.body, position: 'append' },
  });

  it('goes where readers look for it while nothing has been painted', async () => {
    painted = false;
    expect((await spotOf(card()))?.place.element).toBe(link());
  });

  it('becomes a badge afterwards where it would have to push', async () => {
    expect(await spotOf({ ...card(), quietForm: 'badge' })).toMatchObject({ form: 'badge', floating: 0 });
  });

  it('goes to its quiet place afterwards', async () => {
    expect((await spotOf(card()))?.place.element).toBe(document.body);
  });
});
