// One line at the foot of a page that says what just happened and may offer to take it back. Read out as it comes.
import { useEffect, useRef } from 'preact/hooks';

export interface Status {
  text: string;
  failed?: boolean;
  action?: { label: string; run(): void };
  /** ms until it goes by itself; a failure stays until something else is said. */
  lasts?: number;
}

interface StatusBarProps {
  status: Status | undefined;
  /** The time of `gone` is over. */
  onGone(gone: Status): void;
}

export function StatusBar({ status, onGone }: StatusBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!status?.lasts) return;
    // Whoever is at the button keeps it: nothing is taken away from under the finger.
    const timer = setInterval(() => {
      const held = bar.current?.contains(document.activeElement) || bar.current?.matches(':hover');
      if (!held) onGone(status);
    }, status.lasts);
    return () => clearInterval(timer);
  }, [status, onGone]);

  return (
    <div ref={bar} class="status-bar" role="status" data-failed={status?.failed}>
      {status && <p>{status.text}</p>}
      {status?.action && (
        <button type="button" class="button" onClick={status.action.run}>
          {status.action.label}
        </button>
      )}
    </div>
  );
}
