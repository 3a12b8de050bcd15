// The addresses of small pictures that were loaded, gathered for the log of requests: one message for many, no address twice.

/** ms */
const gatherTime = 1_000;

/** `tell` gets the addresses of a second together; the returned function takes one that was loaded. */
export function gatherImages(tell: (urls: string[]) => void): (url: string) => void {
  const told = new Set<string>();
  let gathered: string[] = [];
  function tellAll() {
    tell(gathered);
    gathered = [];
  }
  return (url) => {
    if (told.has(url)) return;
    told.add(url);
    if (gathered.push(url) === 1) setTimeout(tellAll, gatherTime);
  };
}
