// @ts-check
// A throw-away certificate for the stand-in web: self-signed ECDSA P-256, X.509 v3, one month, never written to disk.
// DER is written by hand, so that it takes neither openssl nor a package nor a key in the repository.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const dayInMs = 86_400_000;

/** Tags of ASN.1 DER (X.690) that a certificate needs; the last two are its context-specific fields. */
const tag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  version: 0xa0,
  extensions: 0xa3,
};

/** @param {number} length */
function encodeLength(length) {
  if (length < 0x80) return Buffer.from([length]);
  if (length < 0x100) return Buffer.from([0x81, length]);
  return Buffer.from([0x82, length >> 8, length & 0xff]);
}

/** @param {number} type @param {Buffer[]} parts */
function element(type, ...parts) {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([type]), encodeLength(content.length), content]);
}

/** @param {Buffer[]} parts */
const sequence = (...parts) => element(tag.sequence, ...parts);

/** @param {string} dotted e.g. `2.5.4.3` */
function objectIdentifier(dotted) {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return element(tag.objectIdentifier, Buffer.from([first * 40 + second, ...bytes]));
}

/** @param {number} time ms since 1970 */
function utcTime(time) {
  const digits = new Date(time).toISOString().replace(/\D/g, '').slice(2, 14);
  return element(tag.utcTime, Buffer.from(`${digits}Z`));
}

/** @param {Buffer} bytes */
const bitString = (bytes) => element(tag.bitString, Buffer.from([0]), bytes);

function serialNumber() {
  const bytes = randomBytes(8);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 1; // positive, and no leading zero byte
  return element(tag.integer, bytes);
}

/** @param {string[]} hosts */
function subjectAlternativeNames(hosts) {
  const names = sequence(...hosts.map((host) => element(tag.dnsName, Buffer.from(host))));
  return sequence(objectIdentifier('2.5.29.17'), element(tag.octetString, names));
}

/** @param {Buffer} der */
function toPem(der) {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/**
 * A new key and a certificate (RFC 5280) that is valid for `hosts` from yesterday on.
 * `spkiHash` is what Chromium's `--ignore-certificate-errors-spki-list` wants: base64 of SHA-256 of the public key.
 * @param {string[]} hosts
 * @returns {{ key: string, cert: string, spkiHash: string }}
 */
export function createCertificate(hosts) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(objectIdentifier('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const commonName = sequence(
    objectIdentifier('2.5.4.3'),
    element(tag.utf8String, Buffer.from('Papergloss stand-in web')),
  );
  const name = sequence(element(tag.set, commonName));
  const now = Date.now();
  const certificate = sequence(
    element(tag.version, element(tag.integer, Buffer.from([2]))), // 2 means v3
    serialNumber(),
    algorithm,
    name,
    sequence(utcTime(now - dayInMs), utcTime(now + 30 * dayInMs)),
    name,
    publicKeyInfo,
    element(tag.extensions, sequence(subjectAlternativeNames(hosts))),
  );
  const signature = sign('sha256', certificate, { key: privateKey, dsaEncoding: 'der' });
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: toPem(sequence(certificate, algorithm, bitString(signature))),
    spkiHash: createHash('sha256').update(publicKeyInfo).digest('base64'),
  };
}
