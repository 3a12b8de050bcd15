// The one gate between events and our handlers: what a page's script dispatched never gets through.

/** Says whether a reader, not a script, caused the event. */
export type TrustCheck = (event: Event) => boolean;

export const causedByReader: TrustCheck = (event) => event.isTrusted;

/** Stops every forged event of the kinds we act on before any handler at or below `area`. Call it before adding any. */
export function refuseForgedEvents(area: HTMLElement, trusted: TrustCheck): void {
  const refuse = (event: Event) => {
    if (trusted(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['click', 'change', 'focusin', 'focusout', 'pointerenter', 'pointerleave'])
    area.addEventListener(type, refuse, true);
}
