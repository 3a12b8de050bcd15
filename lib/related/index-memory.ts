// The index in memory, as long as the worker lives: loaded part by part when somebody asks, all parts of one state. What is broken in
// the database is started over.
import type { PaperglossDatabase } from '../store/database';
import { type IndexParts, loadIndexPart } from '../store/index-store';
import { type HeldIndex, nothingUnwritten, openIndex } from './index-upkeep';

export interface IndexMemory {
  /** One part. */
  part<Part extends keyof IndexParts>(name: Part): Promise<IndexParts[Part]>;
  /** All parts. */
  whole(): Promise<HeldIndex>;
  /** Whether this is the index that is held now: parts that were taken one after the other may be of two. */
  holds(parts: Partial<IndexParts>): boolean;
  /** What takes the place of what was held. */
  keep(index: HeldIndex): void;
  forget(): void;
  /** How many papers it knows of, without loading anything. */
  papers(): number | undefined;
}

/** `onStartOver`: told that every paper was queued. */
export function createIndexMemory(db: PaperglossDatabase, onStartOver: () => void): IndexMemory {
  let held: (Partial<IndexParts> & Pick<HeldIndex, 'revision' | 'unwritten'>) | undefined;
  let opening: Promise<HeldIndex> | undefined;
  /** Counts the times it was told to forget: what was being loaded then is not kept. */
  let forgotten = 0;

  async function open(): Promise<HeldIndex> {
    const before = forgotten;
    const opened = await openIndex(db);
    if (before !== forgotten) return open();
    held = opened;
    if (opened.startedOver) onStartOver();
    return opened;
  }

  async function whole(): Promise<HeldIndex> {
    const { index, sequences, lists, revision = 0, unwritten = nothingUnwritten } = held ?? {};
    if (index && sequences && lists) return { index, sequences, lists, revision, unwritten };
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function part<Part extends keyof IndexParts>(name: Part): Promise<IndexParts[Part]> {
    const known: Partial<IndexParts> = held ?? {};
    if (known[name]) return known[name];
    const before = forgotten;
    const loaded = await loadIndexPart(db, name);
    if (!loaded) return (await whole())[name];
    const { revision } = loaded.state;
    // Meanwhile it may have been written anew, or have taken in what the stored one has not.
    const meanwhile: Partial<IndexParts> = held ?? {};
    if (before !== forgotten || meanwhile[name] || (held && held.revision > revision)) return part(name);
    const others = held?.revision === revision ? held : { revision, unwritten: nothingUnwritten };
    held = { ...others, [name]: loaded.value };
    return loaded.value;
  }

  return {
    part,
    whole,
    holds: (parts) =>
      (Object.keys(parts) as (keyof IndexParts)[]).every((name) => held?.[name] === parts[name]),
    keep(index) {
      held = index;
    },
    forget() {
      held = undefined;
      forgotten += 1;
    },
    papers: () => held?.index?.ids.length,
  };
}
