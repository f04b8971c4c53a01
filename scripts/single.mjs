// Makes dist/tieout.html of dist/: the whole page in one file, which opens from disk without a server or a network.
//
// Its policy forbids every request from its first byte: program, core and styles stand in the file, the script by its hash.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2] ?? 'dist';
const text = (name) => readFileSync(join(dist, name), 'utf8');
const hash = (words) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`;

const names = readdirSync(dist);
const one = (fits) => names.find((name) => fits.test(name)) ?? fail(`${dist}/ has no ${fits}`);
function fail(why) {
  throw new Error(why);
}

const script = text(one(/^page-.*\.js$/)).replaceAll('</script', '<\\/script');
const styles = text(one(/\.css$/));
const parts = [one(/^page-.*\.wasm\.packed$/), one(/^core-.*\.js$/), one(/^core-.*\.wasm\.packed$/), one(/^writer-.*\.wasm\.packed$/)];
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${hash(styles)}`,
  'img-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types core',
].join('; ');

const carried = parts.map((name) => {
  const bytes = readFileSync(join(dist, name)).toString('base64');
  return `<script type="text/plain" data-part="${name}">${bytes}</script>`;
});

const page = text('index.html')
  .replace(/(http-equiv="?Content-Security-Policy"? content=")[^"]*/i, (_, start) => start + policy)
  .replace(/<link[^>]*rel="?(stylesheet|preload|modulepreload|manifest)"?[^>]*>/gi, '')
  .replace(/<script[^>]*src=[^>]*><\/script>/gi, '')
  .replace('content="./page-', 'content="page-')
  .replace('</head>', () => `<style>${styles}</style></head>`)
  .replace('</body>', () => `${carried.join('')}<script type="module">${script}</script></body>`);

if (!page.includes(policy)) fail('the policy found no place');
if (/<(script|link)[^>]*(src|href)="?(?!data:)[^"#]/i.test(page.replace(script, ''))) fail('something still stands outside the file');
writeFileSync(join(dist, 'tieout.html'), page);
