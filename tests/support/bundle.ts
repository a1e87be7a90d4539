import { dirname } from 'node:path';
import { build } from 'vite';

/**
 * A module with all that it imports as one script for a page, without the extension around it.
 * @param alias modules that stand in for those that no page has.
 */
export async function bundleForPage(entry: string, alias: Readonly<Record<string, string>> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    root: dirname(entry),
    publicDir: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundled', fileName: 'bundled' },
    },
  });
  const chunk = [result]
    .flat()
    .flatMap((r) => ('output' in r ? r.output : []))
    .find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not build`);
  return chunk.code;
}
