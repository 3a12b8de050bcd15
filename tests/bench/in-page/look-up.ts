// A batched look-up among many stored papers, against reading the same papers by their keys. Runs in a page of the extension, in a
// database of its own.
import { lookUpCards } from '../../../lib/messages/handlers/look-up-cards';
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { StoredPaper } from '../../../lib/papers/paper';
import type { Target } from '../../../lib/papers/target';
import { openDatabase } from '../../../lib/store/database';
import { lookUp } from '../../../lib/store/papers';
import { savePapers } from '../../../lib/store/reading-list';
import { interleave, timed } from '../interleave.mjs';
import { generatePapers, randomFrom } from './generated-papers';

const targetCount = 500;

const db = openDatabase('papergloss-bench-look-up');

interface Asked {
  /** The papers that answer. */
  ids: string[];
  targets: Target[];
}

/** Other papers each time, so that nobody profits from what another has just read. */
function createChoice(papers: StoredPaper[], repositories: number): () => Asked {
  const random = randomFrom(500);
  const withRepository = papers.filter(({ repository }) => repository !== undefined);
  const oneOf = (list: StoredPaper[]) => list[Math.floor(random() * list.length)];
  return () => {
    const chosen = new Map<string, Target>();
    while (chosen.size < targetCount) {
      const slug = chosen.size < repositories;
      const paper = oneOf(slug ? withRepository : papers);
      if (!paper || chosen.has(paper.id)) continue;
      const target: Target =
        slug && paper.repository
          ? { kind: 'repository', slug: paper.repository }
          : { kind: 'paper', id: paper.id };
      chosen.set(paper.id, target);
    }
    return { ids: [...chosen.keys()], targets: [...chosen.values()] };
  };
}

/** Returns how many papers were stored, of which a hundred are saved. */
export async function fill(count: number): Promise<number> {
  const now = Date.now();
  const papers = generatePapers(count, feedDayOf(now) ?? '', now);
  for (let start = 0; start < count; start += 1_000)
    await db.papers.bulkPut(papers.slice(start, start + 1_000));
  const saved = papers.slice(0, 100).map(({ id }) => id);
  await savePapers(db, saved, { now, device: 'mine' });
  return db.papers.count();
}

/** `repositories`: how many of the targets are named by their repository. ms for each round. */
export async function compare(repositories: number, rounds: number) {
  const choose = createChoice(await db.papers.toArray(), repositories);
  const timeOf = (work: (asked: Asked) => Promise<unknown[]>) => async () => {
    const asked = choose();
    let answers = 0;
    const ms = await timed(async () => {
      answers = (await work(asked)).length;
    });
    if (answers !== targetCount) throw new Error(`${answers} answers to ${targetCount} targets`);
    return ms;
  };
  return interleave(
    {
      lookUp: timeOf(async ({ targets }) => (await lookUp(db, targets)).flat()),
      lookUpCards: timeOf(async ({ targets }) => {
        const asked = targets.map((target) => ({ target, form: 'badge' as const }));
        return (await lookUpCards(db, asked)).flat();
      }),
      bulkGet: timeOf(async ({ ids }) =>
        (await db.papers.bulkGet(ids)).filter((paper) => paper !== undefined),
      ),
    },
    { rounds, warmUp: 3 },
  );
}

export const remove = () => db.delete();
