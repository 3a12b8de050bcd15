// The editors of a row: its note and its tags. Each says why it could not save and keeps what was typed.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { entryName } from './entry-name';
import { TagField } from './TagField';
import { useInlineEdit } from './use-inline-edit';
import type { RowEdit } from './use-row-edits';

interface RowEditorProps {
  entry: ReadingEntry;
  edit: RowEdit;
  /** Whether it was saved. `before`: what was stored when the editor was opened. */
  onSave(text: string, before: string): Promise<boolean>;
  onClose(): void;
  onLeave(): void;
}

const Failure = ({ text }: { text: string | undefined }) => (
  <p class="edit-failure" role="alert">
    {text}
  </p>
);

export function NoteEditor({ entry, edit, onSave, onClose, onLeave }: RowEditorProps) {
  const { note } = entry;
  const { ref, ...field } = useInlineEdit<HTMLTextAreaElement>(
    { stored: note, unsaved: edit.text, onSave: (text) => onSave(text, note), onClose, onLeave },
    false,
  );
  return (
    <div class="row-edit">
      <textarea
        {...field}
        ref={ref}
        class="field"
        dir="auto"
        rows={Math.min(12, Math.max(3, field.defaultValue.split('\n').length))}
        aria-label={t('libraryNoteOf', entryName(entry))}
        aria-invalid={edit.failure !== undefined}
      />
      <p class="edit-hint">{t('libraryNoteHint')}</p>
      <Failure text={edit.failure} />
    </div>
  );
}

export function TagsEditor({ tags, ...props }: RowEditorProps & { tags: readonly string[] }) {
  const { entry, edit, onSave, onClose, onLeave } = props;
  const before = entry.tags.join(', ');
  const { ref, ...field } = useInlineEdit<HTMLInputElement>(
    { stored: before, unsaved: edit.text, onSave: (text) => onSave(text, before), onClose, onLeave },
    true,
  );
  return (
    <div class="row-edit">
      <TagField
        {...field}
        field={ref}
        tags={tags}
        label={t('libraryTagsOf', entryName(entry))}
        invalid={edit.failure !== undefined}
      />
      <Failure text={edit.failure} />
    </div>
  );
}
