// Made-up papers that share words as papers of a field do, and the days they come on. The same in every run.
import type { ArrivedDay } from '../../lib/feed/day-reader';
import { addDays } from '../../lib/papers/feed-day';
import type { Paper } from '../../lib/papers/paper';
import { randomFrom } from '../bench/in-page/generated-papers';
import { now } from '../store/stored-papers';

const topics = [
  'speculative decoding draft verification acceptance token latency',
  'diffusion image generation noise schedule sampler guidance',
  'retrieval augmented question answering passages index reranking',
  'robot manipulation policy imitation gripper contact',
  'speech recognition dialogue turns prosody streaming',
  'graph molecules proteins folding binding affinity',
].map((topic) => topic.split(' '));

const everywhere = 'model method large language training data results benchmark scaling approach'.split(' ');

const firstDay = '2026-03-02';

/** `count` papers, each with a title, an abstract, and sometimes a summary, keywords, an organization and a repository. */
export function inventPapers(count: number, seed = 20_260_302): Paper[] {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const oneOf = <T>(choices: readonly T[]) => choices[upTo(choices.length)] as T;
  return Array.from({ length: count }, (_, position) => {
    const topic = oneOf(topics);
    const other = oneOf(topics);
    const word = () => oneOf(random() < 0.5 ? topic : random() < 0.3 ? other : everywhere);
    const text = (length: number) => Array.from({ length }, word).join(' ');
    return {
      id: `26${String(1 + (position % 6)).padStart(2, '0')}.${String(10_000 + position)}`,
      title: `Invented${position} ${text(5)}`,
      abstract: `${text(30)} own${upTo(count)}`,
      authors: [`Ada Number${upTo(40)}`],
      keywords: random() < 0.7 ? [`${oneOf(topic)} ${oneOf(topic)}`, oneOf(topic)] : [],
      ...(random() < 0.5 && { summary: text(10) }),
      ...(random() < 0.3 && { organization: `Lab ${upTo(8)}` }),
      ...(random() < 0.2 && { repository: `Lab/Code-${upTo(12)}` }),
    };
  });
}

export function arrived(day: string, papers: Paper[], fetchedAt = now): ArrivedDay {
  return { day, papers, rejected: 0, fetchedAt };
}

/** The papers in their order, on as many days. */
export function spreadOverDays(papers: readonly Paper[], days: number): ArrivedDay[] {
  const aDay = Math.ceil(papers.length / days);
  return Array.from({ length: days }, (_, number) =>
    arrived(addDays(firstDay, number), papers.slice(number * aDay, (number + 1) * aDay)),
  );
}
