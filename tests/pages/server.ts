import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { throwAwayCertificate } from '../portal/server/tls.ts';
import { bundle } from './server/bundle.ts';
import { isKind, type Kind } from './shared/kinds.ts';
import { type PageKnobs, readKnobs, writeKnobs } from './shared/knobs.ts';

export const ORIGIN = 'https://my.wildix.com';

/** What was agreed to on a page: the only effect it has. */
export interface Agreement {
  kind: string;
  serials: string[];
}

/** The portal's pages as different frameworks draw them, under its address. */
export interface Pages {
  readonly port: number;
  /** Later than the harness's own, so that this server is the portal. */
  readonly browserArgs: readonly string[];
  url(kind: Kind, knobs?: PageKnobs): string;
  agreements(): Agreement[];
  reset(): void;
  close(): Promise<void>;
}

export async function startPages(port = 0): Promise<Pages> {
  const agreements: Agreement[] = [];
  const server = createServer(await throwAwayCertificate(), (request, response) => {
    handle(request, response, agreements).catch((error: unknown) => send(response, 500, 'text/plain', String(error)));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    browserArgs: [
      `--host-resolver-rules=MAP my.wildix.com 127.0.0.1:${bound}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
    url: (kind, knobs = {}) => `${ORIGIN}/?page=${kind}${writeKnobs(knobs)}#!${knobs.show ?? 'devices'}`,
    agreements: () => agreements.map(({ kind, serials }) => ({ kind, serials: [...serials] })),
    reset: () => void agreements.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, agreements: Agreement[]): Promise<void> {
  const url = new URL(request.url ?? '/', ORIGIN);
  if (url.pathname === '/agree' && request.method === 'POST') {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    agreements.push(JSON.parse(Buffer.concat(parts).toString('utf8')) as Agreement);
    return send(response, 200, 'application/json', '{}');
  }
  const file = /^\/app\/([a-z-]+)\.(js|css)$/.exec(url.pathname);
  if (file !== null && isKind(file[1] ?? '')) {
    const { script, style } = await bundle(file[1] ?? '');
    return file[2] === 'js'
      ? send(response, 200, 'text/javascript; charset=utf-8', script)
      : send(response, 200, 'text/css; charset=utf-8', style);
  }
  const kind = url.searchParams.get('page') ?? '';
  if (url.pathname !== '/' || !isKind(kind)) return send(response, 404, 'text/plain', 'Not found');
  send(response, 200, 'text/html; charset=utf-8', html(kind, readKnobs(url.search).lang));
}

const html = (kind: string, lang: string) => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>Management Portal</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app/${kind}.css">
<script src="/app/${kind}.js" defer></script>
</head>
<body></body>
</html>
`;

/** Angular evaluates text; the frameworks write style attributes. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-store' });
  response.end(body);
}
