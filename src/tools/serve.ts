import { type FileHandle, open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const SMALL_ENOUGH_ALREADY = ['.png', '.woff2', '.wasm'];

export interface ServeOptions {
  /** `dist`, the built site, where nothing else is said. */
  readonly folder?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Where the site stands on the host: `/`, the default, or a folder such as `/some/base/`. */
  readonly base?: string;
}
export interface Server {
  /** Where it is to be found: `http://127.0.0.1:4173/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Opens a file; folders, and whatever is not there, are undefined. */
async function openFile(file: string): Promise<FileHandle | undefined> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch {
    // Not there, or a name no file can have.
  }
  return undefined;
}

async function read(file: string): Promise<Buffer | undefined> {
  await using handle = await openFile(file);
  return await handle?.readFile();
}

/** The file an address names below `folder`; undefined for one that leads out of it or that cannot be decoded. */
function fileAt(folder: string, address: string): string | undefined {
  try {
    const name = decodeURIComponent(address);
    const file = path.join(folder, name);
    return name.includes('\0') || !`${file}${path.sep}`.startsWith(folder + path.sep) ? undefined : file;
  } catch {
    return undefined;
  }
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string, body: Buffer): void {
  const kind = path.extname(file);
  const zip = !SMALL_ENOUGH_ALREADY.includes(kind) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = zip ? gzipSync(body) : body;
  response.writeHead(status, {
    'content-type': TYPES[kind] ?? 'application/octet-stream',
    'content-length': bytes.length,
    // Files in assets/ carry a hash of what is in them in their names.
    'cache-control': /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(zip && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Answers as the plainest static host does: files, index.html of folders, 404.html for the rest. */
async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(`http://host.invalid${request.url}`);
  const inside = pathname.startsWith(base) ? fileAt(folder, pathname.slice(base.length)) : undefined;
  if (inside !== undefined) {
    const file = pathname.endsWith('/') ? path.join(inside, 'index.html') : inside;
    const body = await read(file);
    if (body) return send(request, response, 200, file, body);
    await using index = pathname.endsWith('/') ? undefined : await openFile(path.join(inside, 'index.html'));
    if (index) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
  }
  const missing = path.join(folder, '404.html');
  send(request, response, 404, missing, (await read(missing)) ?? Buffer.from('Not found'));
}

/** Serves a folder on this machine alone, as any static host would serve it to the world. */
export async function serve({ folder = 'dist', port = 0, base = '/' }: ServeOptions = {}): Promise<Server> {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    answer(root, base, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
