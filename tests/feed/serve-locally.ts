// A server on this machine for one test: what is called over HTTP is answered by a function.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

/** Its origin. `named`: the origin that `answer` sees. Closed after the test. */
export async function serveLocally(answer: Answer, named: string): Promise<string> {
  const server = createServer((request, response) => {
    answer(request, response, new URL(request.url ?? '/', named));
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
