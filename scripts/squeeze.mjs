// `squeeze.mjs FILE OUT`: compresses a file as gzip, as small as the format allows. ZOPFLI names the folder of its package.
//
// What a server compresses on the way comes out some 5 % larger, and many a static server compresses nothing.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [file, out] = process.argv.slice(2);
const { gzipAsync } = createRequire(`${process.env.ZOPFLI}/package.json`)('@gfx/zopfli');
writeFileSync(out, await gzipAsync(readFileSync(file), { numiterations: 15 }));
