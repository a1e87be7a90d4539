import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import source from './public/manifest.json' with { type: 'json' };
// @ts-expect-error plain JavaScript, shared with the build scripts
import { firefoxManifest } from './scripts/manifest.mjs';

const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chrome';

export default defineConfig(({ command }) => {
  const manifest = (target === 'firefox' ? firefoxManifest(source) : source) as ManifestV3Export;
  return {
    build: {
      outDir: `dist/${target}`,
      target: target === 'firefox' ? 'firefox140' : 'chrome120',
      modulePreload: false,
      sourcemap: false,
      reportCompressedSize: false,
    },
    plugins: [
      crx({
        manifest,
        browser: target,
        // One classic file: nothing web-accessible for the page to find. The dev server's hot reload needs the loader instead.
        contentScripts: command === 'build' ? { standaloneFiles: ['src/content/index.ts'] } : {},
      }),
    ],
  };
});
