// Icons that only the extension's own pages need, in the stroke set of icons.tsx. Decorative; the control carries the name.
import { Icon } from './icons';

/** Turned round in right-to-left pages by page.css: earlier is where reading begins. */
export const EarlierIcon = () => (
  <Icon mirrored>
    <path d="M10 3.5 5.5 8l4.5 4.5" />
  </Icon>
);

export const LaterIcon = () => (
  <Icon mirrored>
    <path d="M6 3.5 10.5 8 6 12.5" />
  </Icon>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4" />
    <path d="m10 10 3.5 3.5" />
  </Icon>
);

export const LibraryIcon = () => (
  <Icon>
    <path d="M3 2.5v11M6.5 2.5v11M10 3l3.25 10.5" />
  </Icon>
);

export const OptionsIcon = () => (
  <Icon>
    <path d="M2.5 5h4m4 0h3M2.5 11h3m4 0h4" />
    <circle cx="8.5" cy="5" r="1.75" />
    <circle cx="7.5" cy="11" r="1.75" />
  </Icon>
);

/** Nothing cached yet: an empty sheet. */
export const SheetIcon = () => (
  <Icon>
    <path d="M3.5 2.5h6l3 3v8h-9Z" stroke-dasharray="2 2.5" />
  </Icon>
);

export const OfflineIcon = () => (
  <Icon>
    <path d="M2 6.5a9 9 0 0 1 12 0M4.5 9.25a5.2 5.2 0 0 1 7 0M8 12.5h.01M2.5 2.5l11 11" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.5 14 13H2ZM8 6.5v3M8 11.25h.01" />
  </Icon>
);

export const CalendarIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5" />
  </Icon>
);

export const DiskIcon = () => (
  <Icon>
    <ellipse cx="8" cy="4" rx="5" ry="1.75" />
    <path d="M3 4v8c0 1 2.2 1.75 5 1.75S13 13 13 12V4M3 8c0 1 2.2 1.75 5 1.75S13 9 13 8" />
  </Icon>
);

export const FetchIcon = () => (
  <Icon>
    <path d="M8 2.5v7.5M4.75 7 8 10.25 11.25 7M3 13.5h10" />
  </Icon>
);
