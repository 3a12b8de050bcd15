// How anybody outside is asked: without cookies, without saying where from, and never sent on to somebody else.

/** What `fetch` is to be given for an answer of that media type; ended by `signal`. */
export function privateRequest(accept: string, signal: AbortSignal): RequestInit {
  return {
    headers: { accept },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    // Followed, a redirect would tell another host what was asked.
    redirect: 'manual',
    signal,
  };
}
