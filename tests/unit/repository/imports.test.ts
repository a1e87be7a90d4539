import { expect, test } from 'vitest';
import { importsOf, sources, target } from './sources.ts';

/** What each context may import of ours. Whatever is not listed here is not allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  platform: ['core', 'platform'],
  background: ['core', 'platform', 'background'],
  content: ['core', 'platform', 'content'],
  popup: ['core', 'platform', 'popup'],
  options: ['core', 'platform', 'options'],
};

/** Packages that only some contexts may load. */
const ONLY_IN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^webextension-polyfill$/, ['platform', 'background', 'content', 'popup', 'options']],
  [/^idb$/, ['background']],
  [/^preact(\/|$)/, ['platform', 'content', 'popup', 'options']],
  [/^node:/, []],
];

const all = sources('src').map((source) => ({
  path: source.path,
  context: source.path.split('/')[1] ?? '',
  imports: importsOf(source).map((specifier) => target(source.path, specifier.replace(/\?.*$/, ''))),
}));

test('every folder of src is a context', () => {
  expect([...new Set(all.map(({ context }) => context))].filter((context) => !(context in MAY_IMPORT))).toEqual([]);
});

test('imports go one way', () => {
  const wrong = all.flatMap(({ path, context, imports }) =>
    imports
      .filter((name) => /^(src|tests|scripts|public)\//.test(name))
      .filter((name) => !(MAY_IMPORT[context] ?? []).some((allowed) => name.startsWith(`src/${allowed}/`)))
      .map((name) => `${path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('packages stay in their contexts', () => {
  const wrong = all.flatMap(({ path, context, imports }) =>
    imports
      .filter((name) => ONLY_IN.some(([pack, contexts]) => pack.test(name) && !contexts.includes(context)))
      .map((name) => `${path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('the stand-in portal and src know nothing of each other', () => {
  const fromPortal = sources('tests/portal').flatMap((source) =>
    importsOf(source)
      .map((specifier) => target(source.path, specifier))
      .filter((name) => name.startsWith('src/'))
      .map((name) => `${source.path} → ${name}`),
  );
  expect(fromPortal).toEqual([]);
  expect(all.flatMap(({ imports }) => imports).filter((name) => name.startsWith('tests/'))).toEqual([]);
});
