import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A node of the syntax tree, as far as these tests look at one. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Source {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly body: readonly Node[];
}

export const read = (path: string): Source => sourceOf(path, readFileSync(join(ROOT, path), 'utf8'));

export function sourceOf(path: string, code: string): Source {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, body: program.body as unknown as Node[] };
}

/** Every source file below a folder. */
export const sources = (folder: string): Source[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => read(join(folder, file).replaceAll('\\', '/')));

/** What a file imports at run time, as written; also re-exports and `import()`. */
export function importsOf({ body }: Source): string[] {
  const found: string[] = [];
  for (const node of nodes(body)) {
    const { source } = node as { source?: { value?: unknown } | null };
    if (node['importKind'] === 'type' || node['exportKind'] === 'type') continue;
    if (/^(Import|ExportNamed|ExportAll)/.test(node.type) && typeof source?.value === 'string')
      found.push(source.value);
  }
  return found;
}

/** The file that an import means, from the project's root; a package's name stays as it is. */
export function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = relative(ROOT, resolve(ROOT, dirname(from), specifier)).replaceAll('\\', '/');
  return existsSync(join(ROOT, path)) ? path : `${path} (missing)`;
}

/** Every node of a tree. */
export function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodes(item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (typeof (value as Node).type === 'string') yield value as Node;
  for (const child of Object.values(value)) if (typeof child === 'object') yield* nodes(child);
}
