// Icons that only the reading list needs, in the stroke set of icons.tsx. Decorative; the control carries the name.
import { Icon } from '../icons';

export const StarIcon = ({ filled }: { filled: boolean }) => (
  <Icon>
    <path
      d="m8 2.25 1.75 3.6 3.95.55-2.85 2.75.7 3.95L8 11.2l-3.55 1.9.7-3.95L2.3 6.4l3.95-.55Z"
      fill={filled ? 'currentColor' : 'none'}
    />
  </Icon>
);

export const TagIcon = () => (
  <Icon>
    <path d="M2.5 2.5H8l5.5 5.5L8 13.5 2.5 8ZM5.5 5.5h.01" />
  </Icon>
);

export const NoteIcon = () => (
  <Icon>
    <path d="M3 2.5h10v7l-4 4H3ZM13 9.5H9v4" />
  </Icon>
);

export const SnoozeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 5v3.25l2 1.5" />
  </Icon>
);
