import https from 'node:https';
import net from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createCertificate } from './certificate.mjs';
import { startWeb, type Web } from './web.mjs';

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

/** Asks the proxy for a tunnel and returns its first line. */
function askForTunnel(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`));
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('the stand-in web', () => {
  it('has a certificate that TLS accepts for its hosts, and for no other', async () => {
    const { key, cert } = createCertificate(['arxiv.org', 'github.com']);
    const server = https.createServer({ key, cert }, (_request, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const connect = (servername: string) =>
      new Promise<string>((resolve) => {
        const socket = connectTls({ port, host: '127.0.0.1', servername, ca: cert }, () => {
          resolve('accepted');
          socket.destroy();
        });
        socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''));
      });
    expect(await connect('github.com')).toBe('accepted');
    expect(await connect('example.org')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    await new Promise((resolve) => server.close(resolve));
  });

  it('lets known hosts through, and refuses and records every other', async () => {
    web = await startWeb({ sites: { 'arxiv.org': (_request, response) => void response.end('paper') } });
    expect(await askForTunnel(web.proxyPort, 'arxiv.org:443')).toContain('200');
    expect(await askForTunnel(web.proxyPort, 'tracker.example:443')).toContain('403');
    expect(await askForTunnel(web.proxyPort, 'arxiv.org:80')).toContain('403');
    expect(web.refused).toEqual(['tracker.example:443', 'arxiv.org:80']);
  });

  it('records what a site was asked, and answers 500 where the site fails', async () => {
    web = await startWeb({
      sites: {
        'arxiv.org': () => {
          throw new Error('no ink');
        },
      },
    });
    const port = web.tlsPort;
    const status = await new Promise((resolve) => {
      const options = { port, path: '/abs/1?x=2', headers: { host: 'arxiv.org' }, rejectUnauthorized: false };
      https.get(options, (response) => resolve(response.resume().statusCode));
    });
    expect(status).toBe(500);
    expect(web.requests).toMatchObject([
      { host: 'arxiv.org', method: 'GET', url: 'https://arxiv.org/abs/1?x=2' },
    ]);
    expect(web.errors.map(String)).toEqual(['Error: no ink']);
  });
});
