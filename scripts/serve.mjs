// Serves a folder on the loopback interface, for looking at a build and for the page tests.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file a request names, or undefined. `..` cannot leave the folder: the URL and then the path are resolved first. */
async function find(root, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    let file = resolve(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) return undefined;
    let found = await stat(file);
    if (found.isDirectory() && path.endsWith('/')) found = await stat((file = join(file, 'index.html')));
    return found.isFile() ? { file, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Starts a server and gives its address, which ends in a slash, and a function that stops it.
 * Port 0 takes any free port; a port that is taken gives way to the next one.
 */
export async function serve(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const found = ['GET', 'HEAD'].includes(request.method) && (await find(root, request.url));
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(found.file)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
  });
  const listen = (at) =>
    new Promise((done, fail) => server.once('error', fail).listen(at, '127.0.0.1', () => done(server.off('error', fail))));
  for (let tries = 0; ; tries += 1) {
    try {
      await listen(port);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tries === 100) throw error;
      port += 1;
    }
  }
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });
  const { url } = await serve('dist', Number(values.port));
  console.log(`tieout is at ${url} (Ctrl-C stops it)`);
}
