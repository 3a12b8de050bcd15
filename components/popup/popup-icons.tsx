// Icons that only the popup needs, in the stroke set of icons.tsx. Decorative; the control carries the name.
import { Icon } from '../icons';

/** A heading that opens something below itself. */
export const DownIcon = () => (
  <Icon>
    <path d="m5 6.5 3 3 3-3" />
  </Icon>
);

/** A dot in a ring: what is new among the rest. */
export const UnseenIcon = ({ on }: { on: boolean }) => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" fill={on ? 'currentColor' : 'none'} />
    {!on && <circle cx="8" cy="8" r="1.5" fill="currentColor" />}
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8ZM3.5 10.5h-1v-8h8v1" />
  </Icon>
);
