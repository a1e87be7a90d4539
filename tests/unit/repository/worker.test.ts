import { describe, expect, test } from 'vitest';
import { importsOf, type Node, nodes, read, type Source, sourceOf, target } from './sources.ts';
import { mutableState } from './state.ts';

const UI = /^(preact(\/|$)|src\/(popup|options|content)\/)/;
const DOM = new Set(['document', 'window', 'localStorage', 'sessionStorage', 'alert', 'HTMLElement', 'DOMParser']);

/** Everything that the worker loads of ours, and the packages that it names. */
function graphFrom(entry: string): { files: Map<string, Source>; all: Set<string> } {
  const files = new Map<string, Source>();
  const all = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    all.add(path);
    if (!path.startsWith('src/') || files.has(path)) continue;
    const source = read(path);
    files.set(path, source);
    open.push(...importsOf(source).map((specifier) => target(source.path, specifier)));
  }
  return { files, all };
}

/** Names of the DOM that a file uses as values; a property or a type of that name is none. */
const domUses = ({ body }: Source): string[] => {
  const owned = new Set<unknown>();
  const used: string[] = [];
  for (const node of nodes(body)) {
    if (
      /^(MemberExpression|Property|PropertyDefinition|TSPropertySignature)$/.test(node.type) &&
      node['computed'] !== true
    )
      owned.add(node['property'] ?? node['key']);
    if (node.type === 'Identifier' && !owned.has(node) && DOM.has(String(node['name'])))
      used.push(String(node['name']));
  }
  return used;
};

/** What may change: a cache that is only gone by where a row read in the same transaction says that it is still true. */
const CACHES: Readonly<Record<string, readonly string[]>> = { 'src/background/db/kept-lines.ts': ['changes kept'] };

const { files, all } = graphFrom('src/background/index.ts');

test('the graph is the whole worker', () => {
  expect([...files.keys()]).toContain('src/background/handlers/runs.ts');
  expect([...files.keys()]).toContain('src/core/conversion-run.ts');
  expect(files.size).toBeGreaterThan(35);
});

describe('the worker', () => {
  test.each([...files.values()].map((source) => [source.path, source] as const))(
    '%s keeps no state',
    (_path, source) => {
      expect(mutableState(source)).toEqual(CACHES[source.path] ?? []);
    },
  );

  test('loads no user interface, and every file it names is there', () => {
    expect([...all].filter((name) => UI.test(name) || name.endsWith('(missing)'))).toEqual([]);
  });

  test('uses no DOM', () => {
    expect([...files.values()].flatMap((source) => domUses(source).map((name) => `${source.path}: ${name}`))).toEqual(
      [],
    );
  });

  test('has no import() anywhere: a service worker may not', () => {
    const dynamic = [...files.values()].filter(({ body }) =>
      [...nodes(body)].some((node: Node) => node.type === 'ImportExpression'),
    );
    expect(dynamic.map(({ path }) => path)).toEqual([]);
  });

  test('registers every listener at top level, and does nothing else there', () => {
    const statements = read('src/background/index.ts').body.filter((node) => node.type !== 'ImportDeclaration');
    expect(statements).toHaveLength(9);
    for (const statement of statements) {
      const call = statement['expression'] as Node;
      expect(call.type).toBe('CallExpression');
      expect(((call['callee'] as Node)['property'] as Node)['name']).toBe('addListener');
    }
  });
});

describe('the check itself finds', () => {
  test.each([
    ['let x = 1;', 'let x'],
    ['export var x;', 'var x'],
    ['const x = new Map(); export const f = () => x.set(1, 2);', 'changes x'],
    ['const x: number[] = []; function f() { x.push(1); }', 'changes x'],
    ['const x = { n: 0 } as { n: number }; function f() { x.n++; }', 'changes x'],
    ['const x = { y: {} }; function f() { x.y.z = 1; }', 'changes x'],
    ['const x = {}; function f() { delete x[1]; }', 'changes x'],
    ['const x = {}; function f(y) { Object.assign(x, y); }', 'changes x'],
    ['export class X { static last = 1; }', 'static last'],
  ])('%s', (code, finding) => {
    expect(mutableState(sourceOf('x.ts', code))).toEqual([finding]);
  });

  test.each([
    ['const x = new Set([1]); export const f = () => x.has(1);'],
    ['function f() { const y = []; y.push(1); let z = 1; }'],
  ])('nothing in %s', (code) => {
    expect(mutableState(sourceOf('x.ts', code))).toEqual([]);
  });

  test('DOM as a value, not as a property', () => {
    expect(domUses(sourceOf('x.ts', 'const d = a.document; type W = { window: 1 }; const o = { window: 2 };'))).toEqual(
      [],
    );
    expect(domUses(sourceOf('x.ts', 'document.title = "x";'))).toEqual(['document']);
  });
});
