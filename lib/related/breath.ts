// Long work in slices, so that whoever asks the background meanwhile is answered.

/** Pauses when the work since the last pause has taken its time; otherwise goes on at once. */
export type Breathe = () => Promise<void>;

/** The longest the work goes on without a pause, ms. */
const slice = 25;

/** `pause` gives way to whatever waits. */
export function createBreath(pause: () => Promise<void>): Breathe {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await pause();
    since = performance.now();
  };
}
