import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const CLIENT = join(dirname(fileURLToPath(import.meta.url)), '..', 'client');
export interface Bundle {
  script: string;
  style: string;
}
const bundles = new Map<string, Promise<Bundle>>();

/** One classic script and one style sheet per page, built once per process. */
export function bundle(kind: string): Promise<Bundle> {
  const known = bundles.get(kind);
  if (known) return known;
  const built = make(kind);
  built.catch(() => bundles.delete(kind));
  bundles.set(kind, built);
  return built;
}

async function make(kind: string): Promise<Bundle> {
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
      lib: { entry: join(CLIENT, 'kinds', `${kind}.ts`), formats: ['iife'], name: 'page', fileName: kind },
    },
  });
  const output = [result].flat().flatMap((r) => ('output' in r ? r.output : []));
  const script = output.find((part) => part.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`the page ${kind} did not build`);
  const style = output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  return { script: script.code, style: style?.type === 'asset' ? String(style.source) : '' };
}
