// @ts-check
// The stand-in web: one TLS server that answers by Host, and one CONNECT proxy in front of it. Browsers are pointed at the proxy;
// it lets the given hosts through to the server and refuses and records everything else, so nothing ever leaves the machine.
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { createCertificate } from './certificate.mjs';

/**
 * @typedef {(request: http.IncomingMessage, response: http.ServerResponse, url: URL) => void | Promise<void>} Site
 *   Answers one request; `url` is the full address the browser asked for.
 * @typedef {{ host: string, method: string, url: string, headers: http.IncomingHttpHeaders }} RecordedRequest
 *   `url` is the full address.
 * @typedef {object} Web
 * @property {string[]} hosts
 * @property {RecordedRequest[]} requests everything the sites were asked, in order
 * @property {string[]} refused what was asked of other hosts: `host:port` or, over plain http, the address
 * @property {Error[]} errors what sites threw; the browser saw a 500
 * @property {number} tlsPort
 * @property {number} proxyPort
 * @property {string} spkiHash
 * @property {() => Promise<void>} close
 */

/** @param {http.Server} server @returns {Promise<number>} the port */
function listen(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The stand-in web has no port'));
      else resolve(address.port);
    });
  });
}

/** @param {http.Server} server @returns {Promise<void>} */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** @param {string[]} hosts @param {string[]} refused @param {number} tlsPort */
function createProxy(hosts, refused, tlsPort) {
  const proxy = http.createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  /** @type {Set<net.Socket>} */
  const tunnels = new Set();
  proxy.on('connect', (request, /** @type {net.Socket} */ client, head) => {
    client.on('error', () => client.destroy());
    const target = request.url ?? '';
    const [host = '', port] = target.split(':');
    if (port !== '443' || !hosts.includes(host)) {
      refused.push(target);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = net.connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    tunnels.add(client);
    upstream.on('error', () => client.destroy());
    client.on('close', () => {
      tunnels.delete(client);
      upstream.destroy();
    });
  });
  return {
    proxy,
    // A tunnel is no HTTP connection any more, so the server does not close it by itself.
    closeTunnels: () => {
      for (const socket of tunnels) socket.destroy();
    },
  };
}

/**
 * Starts the stand-in web on loopback ports of its own choice.
 * @param {object} options
 * @param {Record<string, Site>} options.sites host → what answers there; every other host is refused
 * @param {(line: string) => void} [options.log] told about every request, for debugging
 * @returns {Promise<Web>}
 */
export async function startWeb({ sites, log = () => {} }) {
  const hosts = Object.keys(sites);
  const { key, cert, spkiHash } = createCertificate(hosts);
  /** @type {RecordedRequest[]} */
  const requests = [];
  /** @type {string[]} */
  const refused = [];
  /** @type {Error[]} */
  const errors = [];

  const server = https.createServer({ key, cert }, async (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const method = request.method ?? 'GET';
    try {
      const url = new URL(request.url ?? '/', `https://${host}`);
      requests.push({ host, method, url: url.href, headers: request.headers });
      log(`${method} ${url.href}`);
      const site = sites[host];
      if (site) await site(request, response, url);
      else response.writeHead(404).end();
    } catch (error) {
      errors.push(/** @type {Error} */ (error));
      log(`${method} ${host}${request.url} failed: ${error}`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    }
  });
  const tlsPort = await listen(server);
  const { proxy, closeTunnels } = createProxy(hosts, refused, tlsPort);
  const proxyPort = await listen(proxy);

  return {
    hosts,
    requests,
    refused,
    errors,
    tlsPort,
    proxyPort,
    spkiHash,
    async close() {
      closeTunnels();
      await Promise.all([close(proxy), close(server)]);
    },
  };
}
