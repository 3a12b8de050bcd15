// Stands in for IntersectionObserver, which happy-dom has no layout for.

/** Tells at once, or later, what the test says is in sight. */
export class Sight {
  static inSight = new Set<Element>();
  static observers: Sight[] = [];
  readonly watched = new Set<Element>();
  constructor(readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    Sight.observers.push(this);
  }
  observe(target: Element) {
    this.watched.add(target);
    queueMicrotask(() => this.tellOf(target));
  }
  unobserve(target: Element) {
    this.watched.delete(target);
  }
  tellOf(target: Element) {
    if (this.watched.has(target)) this.tell([{ target, isIntersecting: Sight.inSight.has(target) }]);
  }
  disconnect() {
    this.watched.clear();
  }
}
