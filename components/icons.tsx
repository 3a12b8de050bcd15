// One stroke set: 16 × 16, 1.5 px lines, drawn in the colour of the text. Decorative; the control around it carries the name.
import type { ComponentChildren } from 'preact';
import type { ReadingStatus } from '../lib/papers/reading-entry';

interface IconProps {
  /** Turned round in right-to-left pages, by page.css. */
  mirrored?: boolean;
  children: ComponentChildren;
}

export function Icon({ mirrored, children }: IconProps) {
  return (
    <svg
      class={mirrored ? 'pg-icon mirrored' : 'pg-icon'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Filled: at the size of a number an outline would read as noise. Hollow it is quiet on purpose. */
export const UpvoteIcon = ({ hollow }: { hollow?: boolean }) => (
  <Icon>
    <path d="m8 4.5 4.5 7h-9Z" fill={hollow ? 'none' : 'currentColor'} />
  </Icon>
);

const bookmark = 'M4.5 2.5h7v11L8 10.75 4.5 13.5Z';

/** A check and a bar, cut out of the filled mark so that they show on any ground. */
const insideMark: Partial<Record<ReadingStatus, string>> = {
  done: 'M5.44 6.31l2 2 3.13-3.63-.97-.86-2.23 2.58-1.01-1Z',
  dropped: 'M5.5 6h5v1.5h-5Z',
};

/** The saved mark; `filled` when the paper is in the reading list. What was read or dropped says so inside it. */
export const SavedIcon = ({ filled, status }: { filled: boolean; status?: ReadingStatus }) => {
  const mark = filled && status && insideMark[status];
  return (
    <Icon>
      {mark ? (
        <>
          <path d={bookmark} />
          <path d={bookmark + mark} fill="currentColor" fill-rule="evenodd" stroke="none" />
        </>
      ) : (
        <path d={bookmark} fill={filled ? 'currentColor' : 'none'} />
      )}
    </Icon>
  );
};

/** The reader has been there. */
export const SeenIcon = () => (
  <Icon>
    <path d="M1.5 8c3.5-6 9.5-6 13 0-3.5 6-9.5 6-13 0Z" />
    <circle cx="8" cy="8" r="1.75" />
  </Icon>
);

/** A rule of the reader's holds for the paper: a bell. */
export const WatchIcon = () => (
  <Icon>
    <path d="M3 11.5c1-1 1-2 1-4a4 4 0 0 1 8 0c0 2 0 3 1 4ZM6.75 14h2.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8m0-8-8 8" />
  </Icon>
);
