import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Digest } from '../../lib/digest/compose-digest';
import { type DigestAlarms, type DigestState, followDigest } from '../../lib/digest/follow-digest';
import { createEvent } from '../saving/example-saving';

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => vi.unstubAllEnvs());

const at = (wall: string) => new Date(wall).getTime();
const friday: Digest = { day: '2026-06-12', title: '43 new papers', message: 'One\nTwo\nThree' };

/** Every clean-up and every look has been done. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A browser whose alarms and store outlive its workers. */
function browser(hour: number | null = 8) {
  const world = {
    now: at('2026-06-12T07:00'),
    hour,
    allowed: true,
    news: friday as Digest | undefined,
    alarms: new Map<string, number>(),
    state: {} as DigestState,
    shown: [] as string[],
    failures: [] as unknown[],
  };

  function startWorker(changes: Partial<Parameters<typeof followDigest>[0]> = {}) {
    const onAlarm = createEvent<[{ name: string }]>();
    const alarms: DigestAlarms = {
      create: (name, { when }) => void world.alarms.set(name, when),
      getAll: async () => [...world.alarms].map(([name, scheduledTime]) => ({ name, scheduledTime })),
      clear: async (name) => world.alarms.delete(name),
      onAlarm,
    };
    const settingsChanged = followDigest({
      alarms,
      readHour: async () => world.hour,
      state: {
        read: async () => world.state,
        write: async (state) => {
          world.state = state;
        },
      },
      isAllowed: async () => world.allowed,
      compose: async (last) => (world.news && world.news.day > (last ?? '') ? world.news : undefined),
      show: async ({ title }) => world.shown.push(title),
      now: () => world.now,
      onFailure: (error) => world.failures.push(error),
      ...changes,
    });

    /** What the browser does when the alarm is due: it forgets it, wakes the worker and tells. */
    async function ring(): Promise<void> {
      const [alarm, ...others] = [...world.alarms];
      if (!alarm || others.length > 0) throw new Error(`There are ${world.alarms.size} alarms`);
      const [name, due] = alarm;
      world.now = Math.max(world.now, due);
      world.alarms.delete(name);
      await onAlarm.fire({ name });
    }
    return { settingsChanged, ring, onAlarm };
  }
  return { world, startWorker };
}

/** When the one alarm is; undefined where there is none, and what there is where there are several. */
const alarmOf = ({ alarms }: { alarms: Map<string, number> }) =>
  alarms.size > 1
    ? [...alarms.keys()].join()
    : [...alarms.values()].map((when) => new Date(when).toISOString())[0];
const utc = (wall: string) => new Date(wall).toISOString();

describe('the morning digest', () => {
  it('comes at its hour, once a day, and again the next day when there is something new', async () => {
    const { world, startWorker } = browser();
    const { ring } = startWorker();
    await settled();
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:00'));
    await ring();
    expect(world.shown).toEqual(['43 new papers']);
    expect(world.state).toEqual({ shownOn: '2026-06-12', day: '2026-06-12' });
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
    world.news = { ...friday, day: '2026-06-15', title: '12 new papers' };
    await ring();
    expect(world.shown).toEqual(['43 new papers', '12 new papers']);
  });

  it('is not shown twice on a day, not even where the alarm rings twice', async () => {
    const { world, startWorker } = browser();
    const { ring, onAlarm } = startWorker();
    await settled();
    await ring();
    world.news = { ...friday, day: '2026-06-13' };
    await Promise.all([onAlarm.fire({ name: 'digest-8' }), onAlarm.fire({ name: 'digest-8' })]);
    expect(world.shown.length).toBe(1);
  });

  it('does not wait for an alarm that a clock which was a month ahead has set', async () => {
    const { world, startWorker } = browser();
    world.alarms.set('digest-8', at('2026-07-12T08:00'));
    startWorker();
    await settled();
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:00'));
  });

  it('comes late where the browser was started after the hour, and not where that is long ago', async () => {
    const { world, startWorker } = browser();
    world.now = at('2026-06-12T12:00');
    const { ring } = startWorker();
    await settled();
    await ring();
    expect(world.shown.length).toBe(1);

    const later = browser();
    later.world.now = at('2026-06-12T18:00');
    later.startWorker();
    await settled();
    expect(alarmOf(later.world)).toBe(utc('2026-06-13T08:00'));
  });

  it('is not shown for an alarm the browser was too late with', async () => {
    const { world, startWorker } = browser();
    const { ring } = startWorker();
    await settled();
    world.now = at('2026-06-12T20:00');
    await ring();
    expect(world.shown).toEqual([]);
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
  });

  it('is none where nothing is new; what comes within the hours after is told then', async () => {
    const { world, startWorker } = browser();
    world.news = undefined;
    const { ring } = startWorker();
    await settled();
    await ring();
    await ring();
    expect(world.shown).toEqual([]);
    expect(alarmOf(world)).toBe(utc('2026-06-12T09:00'));
    world.news = friday;
    await ring();
    expect(world.shown.length).toBe(1);
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
  });

  it('stays away for the day where nothing new came at all', async () => {
    const { world, startWorker } = browser();
    world.news = undefined;
    const { ring } = startWorker();
    await settled();
    let rings = 0;
    for (; world.now < at('2026-06-12T13:30'); rings++) await ring();
    expect(rings).toBe(12);
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
  });

  it('is none where the browser does not let us show it, and nothing is noted as shown', async () => {
    const { world, startWorker } = browser();
    world.allowed = false;
    const { ring } = startWorker();
    await settled();
    await ring();
    expect([world.shown, world.state]).toEqual([[], {}]);
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
  });

  it('leaves the alarm of an earlier worker alone', async () => {
    const { world, startWorker } = browser();
    world.news = undefined;
    const { ring } = startWorker();
    await settled();
    await ring();
    world.now = at('2026-06-12T08:10');
    startWorker();
    await settled();
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:30'));
  });

  it('goes on after a worker that the alarm itself has started', async () => {
    const { world, startWorker } = browser();
    world.news = undefined;
    world.now = at('2026-06-12T08:00');
    const { onAlarm } = startWorker();
    await onAlarm.fire({ name: 'digest-8' });
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:30'));
  });

  it('comes at the hour of the place the reader has travelled to', async () => {
    const { world, startWorker } = browser();
    startWorker();
    await settled();
    vi.stubEnv('TZ', 'America/New_York');
    startWorker();
    await settled();
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:00'));
  });

  it('is not shown where it cannot be noted, and tells why', async () => {
    const { world, startWorker } = browser();
    const full = new Error('disk full');
    const { ring } = startWorker({
      state: { read: async () => ({}), write: () => Promise.reject(full) },
    });
    await settled();
    await ring();
    expect([world.shown, world.failures]).toEqual([[], [full]]);
    expect(alarmOf(world)).toBe(utc('2026-06-13T08:00'));
  });

  it('leaves other alarms alone', async () => {
    const { world, startWorker } = browser();
    const { onAlarm } = startWorker();
    await settled();
    world.now = at('2026-06-12T08:30');
    await onAlarm.fire({ name: 'feed-sync' });
    expect(world.shown).toEqual([]);
  });
});

describe('the reader’s choice', () => {
  it('off from the start means no alarm at all', async () => {
    const { world, startWorker } = browser(null);
    startWorker();
    await settled();
    expect(alarmOf(world)).toBeUndefined();
  });

  it('switched off takes the alarm away', async () => {
    const { world, startWorker } = browser();
    const { settingsChanged } = startWorker();
    await settled();
    world.hour = null;
    await settingsChanged();
    expect(alarmOf(world)).toBeUndefined();
  });

  it.each([
    [9, '2026-06-12T09:00'],
    [6, '2026-06-13T06:00'],
  ])('of another hour, %i, begins at %s: an hour that has passed begins the next day', async (hour, next) => {
    const { world, startWorker } = browser();
    const { settingsChanged } = startWorker();
    await settled();
    world.hour = hour;
    await settingsChanged();
    expect(alarmOf(world)).toBe(utc(next));
  });

  it('of other settings changes nothing', async () => {
    const { world, startWorker } = browser();
    world.news = undefined;
    const { settingsChanged, ring } = startWorker();
    await settled();
    await ring();
    await settingsChanged();
    expect(alarmOf(world)).toBe(utc('2026-06-12T08:30'));
  });
});
