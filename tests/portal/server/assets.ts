import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isSkin, type SkinName } from '../shared/knobs.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const CLIENT = join(HERE, '..', 'client');

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.eot': 'application/vnd.ms-fontobject',
};

export interface Asset {
  type: string;
  body: Buffer | string;
}

const bundles = new Map<string, Promise<string>>();
const files = new Map<string, Promise<Buffer>>();

/** One classic script per skin, built once per process. */
export function bundle(skin: SkinName): Promise<string> {
  let built = bundles.get(skin);
  if (!built) {
    built = buildSkin(skin);
    built.catch(() => bundles.delete(skin));
    bundles.set(skin, built);
  }
  return built;
}

export async function asset(path: string): Promise<Asset | null> {
  const [, skin = '', type = ''] = /^\/app\/([a-z]+)(\.js|\.css)$/.exec(path) ?? [];
  if (isSkin(skin))
    return {
      type: TYPES[type] as string,
      body: type === '.js' ? await bundle(skin) : await readFile(join(CLIENT, skin, 'style.css')),
    };
  if (path.startsWith('/ext/')) return extFile(path.slice('/ext/'.length));
  return null;
}

/** The page itself: it is empty until its script has drawn it. */
export function page(skin: SkinName, lang: string): string {
  const ext =
    skin === 'ext'
      ? `<link rel="stylesheet" href="/ext/classic/theme-neptune/resources/theme-neptune-all.css">
<script src="/ext/ext-all.js"></script>
<script src="/ext/classic/theme-neptune/theme-neptune.js"></script>
<script src="/ext/classic/locale/locale-${lang === 'en' ? 'en_GB' : lang}.js"></script>`
      : '';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>Management Portal</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${ext}
<link rel="stylesheet" href="/app/${skin}.css">
<script src="/app/${skin}.js" defer></script>
</head>
<body></body>
</html>
`;
}

/** Ext probes for events by setting empty inline handlers; this is the hash of nothing. */
const EMPTY = "'unsafe-hashes' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What a careful portal would allow itself; Ext 6.2 evaluates text; all but the plain skin write styles. */
export function policy(skin: SkinName): string {
  const script = skin === 'ext' ? `script-src 'self' 'unsafe-eval' ${EMPTY}` : "script-src 'self'";
  const style = skin !== 'plain' ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'";
  return `default-src 'none'; ${script}; ${style}; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

async function buildSkin(skin: SkinName): Promise<string> {
  const result = await build({
    configFile: false,
    root: CLIENT,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(CLIENT, skin, 'main.ts'), formats: ['iife'], name: 'portal', fileName: skin },
    },
  });
  const output = [result].flat().flatMap((r) => ('output' in r ? r.output : []));
  const chunk = output.find((o) => o.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`the ${skin} skin did not build`);
  return chunk.code;
}

async function extFile(path: string): Promise<Asset | null> {
  const root = join(dirname(createRequire(import.meta.url).resolve('extjs-gpl/package.json')), 'build');
  const file = normalize(join(root, path));
  const type = TYPES[extname(file)];
  if (!file.startsWith(root + sep) || !type) return null;
  let read = files.get(file);
  if (!read) {
    read = readFile(file);
    read.catch(() => files.delete(file));
    files.set(file, read);
  }
  try {
    return { type, body: await read };
  } catch {
    return null;
  }
}
