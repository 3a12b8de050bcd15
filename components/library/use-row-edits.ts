// What is open for editing in which rows. A text that could not be saved stays here with the reason, whatever becomes of its row.
import { useState } from 'preact/hooks';

export const editKinds = ['note', 'tags', 'snooze'] as const;
export type EditKind = (typeof editKinds)[number];

export interface RowEdit {
  /** What was typed and could not be saved. */
  text?: string;
  /** Why, in words. */
  failure?: string;
}

export type OpenEdits = Partial<Record<EditKind, RowEdit>>;

const nothingOpen: OpenEdits = {};

export function useRowEdits() {
  const [open, setOpen] = useState<ReadonlyMap<string, OpenEdits>>(new Map());

  function put(id: string, kind: EditKind, edit: RowEdit | undefined) {
    setOpen((before) => {
      const edits = { ...before.get(id) };
      if (edit) edits[kind] = edit;
      else delete edits[kind];
      const after = new Map(before);
      if (Object.keys(edits).length > 0) after.set(id, edits);
      else after.delete(id);
      return after;
    });
  }

  return {
    /** Ids of the rows in which something is open. */
    ids: [...open.keys()],
    of: (id: string): OpenEdits => open.get(id) ?? nothingOpen,
    /** Opens an editor; one that is open stays as it is. */
    open(id: string, kind: EditKind) {
      if (!open.get(id)?.[kind]) put(id, kind, {});
    },
    close: (id: string, kind: EditKind) => put(id, kind, undefined),
    keep: (id: string, kind: EditKind, edit: RowEdit) => put(id, kind, edit),
  };
}

export type RowEdits = ReturnType<typeof useRowEdits>;
