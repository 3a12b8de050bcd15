// The one line that stands where a card was after the reader closed it: what happened, and the way back.
import { render } from 'preact';
import { causedByReader, refuseForgedEvents } from './trusted-events';

interface Notice {
  text: string;
  action: { label: string; run(): void };
}

/** Draws into a root that already carries the stylesheet; whatever else is in it stays. */
export function renderNotice(
  root: ShadowRoot | HTMLElement,
  { text, action }: Notice,
  trusted = causedByReader,
): void {
  const area = root.ownerDocument.createElement('span');
  refuseForgedEvents(area, trusted);
  root.append(area);
  render(
    <span class="quiet notice" role="status">
      {text}{' '}
      <button type="button" onClick={action.run}>
        {action.label}
      </button>
    </span>,
    area,
  );
}
