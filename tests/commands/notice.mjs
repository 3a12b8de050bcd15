// @ts-check
// `npm run notice`: writes public/NOTICE.txt, which ships beside the code of others, from the packages that are installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';
import { licenceOf } from './notice/licence-of.mjs';
import { shippedPackages } from './notice/shipped-packages.mjs';
import { writeNotice } from './notice/write-notice.mjs';

ensureDependencies();
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const licences = shippedPackages(lock).map(([path]) => licenceOf(join(root, path)));
writeFileSync(join(root, 'public/NOTICE.txt'), writeNotice(licences));
console.log(`public/NOTICE.txt: ${licences.length} packages`);
