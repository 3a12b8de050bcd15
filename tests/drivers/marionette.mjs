// @ts-check
// The wire of Marionette, Firefox's own remote protocol: length-prefixed JSON over TCP. A command is [0, id, name, parameters],
// its answer [1, id, error, result]. Knows no browser and no test.
import net from 'node:net';

/**
 * @typedef {object} Marionette
 * @property {(name: string, parameters?: object) => Promise<any>} send rejects with Firefox's error, or after 60 s
 * @property {() => void} close
 */

const answerTimeout = 60_000;

/**
 * Cuts a stream of `length:json` into messages.
 * @param {(message: any) => void} onMessage
 * @returns {(chunk: Buffer) => void}
 */
export function createMessageReader(onMessage) {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (buffer.length < end) return;
      const text = buffer.subarray(colon + 1, end).toString('utf8');
      buffer = buffer.subarray(end);
      onMessage(JSON.parse(text));
    }
  };
}

/**
 * Connects and waits for the greeting.
 * @param {number} port
 * @returns {Promise<Marionette>}
 */
export function connectMarionette(port) {
  return new Promise((resolve, reject) => {
    /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
    const waiting = new Map();
    let lastId = 0;
    const socket = net.connect(port, '127.0.0.1');

    /** @param {string} name @param {object} [parameters] */
    function send(name, parameters = {}) {
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify([0, id, name, parameters]);
      return new Promise((done, fail) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          fail(new Error(`Firefox did not answer ${name} within ${answerTimeout} ms`));
        }, answerTimeout);
        waiting.set(id, {
          resolve: (result) => {
            clearTimeout(timer);
            done(result);
          },
          reject: (error) => {
            clearTimeout(timer);
            fail(error);
          },
        });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    }

    const read = createMessageReader((message) => {
      if (!Array.isArray(message)) {
        resolve({ send, close: () => socket.destroy() });
        return;
      }
      const [, id, error, result] = message;
      const command = waiting.get(id);
      waiting.delete(id);
      if (error) command?.reject(new Error(`${error.error}: ${error.message}`));
      else command?.resolve(result);
    });
    socket.on('data', read);
    socket.on('error', reject);
    socket.on('close', () => {
      for (const command of waiting.values()) command.reject(new Error('Firefox closed the connection'));
      waiting.clear();
    });
  });
}
