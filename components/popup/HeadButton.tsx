// A button in the head of the popup: an icon with its name and key. Off, it stays where it is.
import type { ComponentChildren } from 'preact';

interface HeadButtonProps {
  name: string;
  /** The key that does the same, as `aria-keyshortcuts` and as printed on it. */
  shortcut?: readonly [key: string, printed: string];
  /** Undefined = there is nothing to do. */
  onPress: (() => void) | undefined;
  /** What it started is still going on. */
  turning?: boolean;
  /** Of a switch: whether it is on. */
  pressed?: boolean;
  children: ComponentChildren;
}

export function HeadButton({ name, shortcut, onPress, turning, pressed, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      class={turning ? 'icon-button turning' : 'icon-button'}
      aria-label={name}
      aria-keyshortcuts={shortcut?.[0]}
      title={shortcut ? `${name} (${shortcut[1]})` : name}
      aria-disabled={!onPress}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
