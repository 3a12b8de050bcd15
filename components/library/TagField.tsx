// A field for tags between commas, which suggests those in use for the one being typed.
import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/text/translate';

type FieldEvent = { currentTarget: HTMLInputElement };

interface TagFieldProps {
  label: string;
  /** Tags in use. */
  tags: readonly string[];
  field: Ref<HTMLInputElement>;
  defaultValue?: string;
  invalid?: boolean;
  onInput?(event: FieldEvent): void;
  onKeyDown?(event: KeyboardEvent): void;
  onBlur?(): void;
}

const suggestedAtMost = 30;

/** What a browser offers replaces the whole field: each suggestion brings the tags before it along. */
function suggestions(typed: string, tags: readonly string[]): string[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const begun = typed.slice(before.length).trim().toLowerCase();
  const there = new Set(before.split(',').map((tag) => tag.trim()));
  return tags
    .filter((tag) => !there.has(tag) && tag.toLowerCase().includes(begun))
    .slice(0, suggestedAtMost)
    .map((tag) => (before ? `${before} ${tag}` : tag));
}

export function TagField({ label, tags, field, defaultValue = '', invalid, ...events }: TagFieldProps) {
  const list = useId();
  const [typed, setTyped] = useState(defaultValue);
  return (
    <>
      <input
        ref={field}
        type="text"
        class="field"
        list={list}
        aria-label={label}
        aria-invalid={invalid}
        placeholder={t('libraryTagsHint')}
        defaultValue={defaultValue}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          events.onInput?.(event);
        }}
        onKeyDown={events.onKeyDown}
        onBlur={events.onBlur}
      />
      <datalist id={list}>
        {suggestions(typed, tags).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
}
