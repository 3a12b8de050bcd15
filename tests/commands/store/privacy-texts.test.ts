// What README, the stores and the manifest say about requests is what the end-to-end tour holds Papergloss to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zoteroOrigin } from '../../../lib/zotero/zotero-connector';
import config from '../../../wxt.config';
import { requestsOfFeatures } from '../../e2e/requests-of-features';
import { root } from '../dependencies.mjs';
import { parseListing } from './listing.mjs';

const features = Object.values(requestsOfFeatures);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const statement = parseListing(readFileSync(join(root, 'tests/commands/store/listing.md'), 'utf8')).texts[
  'Privacy statement'
];

/** The host an address must have, with its port. */
const hostOf = ({ address }: { address: RegExp }) =>
  address.source.replaceAll('\\', '').replace(/^\^https?:\/\/([^/]+)\/.*$/, '$1');

/** Rows of the table below a heading of README, each a list of cells. */
function tableBelow(heading: string): string[][] {
  const [, after = ''] = readme.split(`\n## ${heading}\n\n`);
  const [table = ''] = after.split('\n\n');
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  return table.split('\n').slice(2).map(cells);
}

describe('what is said about requests', () => {
  it('is in README row by row what the tour allows', () => {
    const rows = features.map((row) => [row.feature, row.when, hostOf(row), row.names]);
    expect(tableBelow('What it asks of the network, and when')).toEqual(rows);
  });

  it('names every host in the privacy statement of the stores', () => {
    expect(statement).toContain('huggingface.co for lists of papers');
    expect(statement).toContain(
      "huggingface.co's picture host only if you\nswitch them on".replace('\n', ' '),
    );
    expect(statement).toContain('export.arxiv.org for the titles');
    expect(statement).toContain('Zotero on the same machine');
  });

  it('is what the policy of our pages and background lets through, no host more and none less', async () => {
    const { manifest } = config;
    if (typeof manifest !== 'function') throw new Error('wxt.config.ts makes no manifest');
    const made = await manifest({
      browser: 'chrome',
      manifestVersion: 3,
      mode: 'production',
      command: 'build',
    });
    const policy = JSON.stringify(made.content_security_policy);
    const allowed = [...policy.matchAll(/https?:\/\/([\w.:-]+)/g)].map(([, host]) => host);
    expect([...new Set(allowed)].sort()).toEqual([...new Set(features.map(hostOf))].sort());
  });

  it.each([
    ['zotero', `${zoteroOrigin}/connector/saveItems`, 'https://127.0.0.1:23119/connector/saveItems'],
    [
      'days',
      'https://huggingface.co/api/daily_papers?date=2026-06-12&limit=100&p=0',
      'https://huggingface.co/api/daily_papers?date=2026-06-12&limit=100&p=0&from=2412.17747',
    ],
    [
      'lookUp',
      'https://huggingface.co/api/papers/2412.17747',
      'https://huggingface.co.example.org/api/papers/2412.17747',
    ],
    [
      'thumbnails',
      'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.17747.png',
      'https://huggingface.co/social-thumbnails/papers/2412.17747.png',
    ],
  ] as const)('means whole addresses: %s', (feature, meant, other) => {
    expect(meant).toMatch(requestsOfFeatures[feature].address);
    expect(other).not.toMatch(requestsOfFeatures[feature].address);
  });
});
