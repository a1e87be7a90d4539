import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate';
import { MAX_INFLATED_BYTES } from '../limits.ts';
import { ListRefusal, refuse } from '../reasons.ts';

/** Compressed bytes fed at once; deflate makes at most some thousand times as much of them. */
const SLICE = 8 * 1024;

/** The parts that hold values. Macros, pictures and embedded objects are not among them and are never inflated. */
const wanted = (name: string): boolean => /^(\[Content_Types\]\.xml|(_rels|xl)\/.*\.(xml|rels))$/i.test(name);

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const bomb = (limit: number): never => refuse('list-file-bomb', { megabytes: megabytes(limit) });

/** Names and declared sizes, from the archive's directory. Nothing is inflated. */
function declaredSizes(bytes: Uint8Array, limit: number): Map<string, number> {
  const sizes = new Map<string, number>();
  let total = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (sizes.has(name)) refuse('list-file-corrupt', {});
      sizes.set(name, originalSize);
      total += originalSize;
      if (total > limit) bomb(limit);
      return false;
    },
  });
  return sizes;
}

/** Takes a part's data as it comes, and stops as soon as more comes than its entry in the directory declares. */
function collect(file: UnzipFile, parts: Map<string, Uint8Array[]>, declared: number | undefined): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (parts.has(file.name) || declared === undefined) refuse('list-file-corrupt', {});
  parts.set(file.name, chunks);
  file.ondata = (error, chunk) => {
    if (error) throw error;
    length += chunk.length;
    if (length > declared) refuse('list-file-corrupt', {});
    chunks.push(chunk);
  };
  file.start();
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export interface Archive {
  /** Every name in the archive, also of the parts that were left alone. */
  readonly names: ReadonlySet<string>;
  /** The parts that hold values, inflated. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Inflates the parts of a workbook that hold values, counting what comes out: what the archive declares is a claim. All
 * claims together must be within `limit`, and a part that is larger or smaller than its own, or missing, makes the file
 * corrupt; so nothing can come out that was not declared.
 * @throws ListRefusal `list-file-bomb` above `limit` bytes, `list-file-corrupt` for what is no sound archive.
 */
export function unzipWorkbook(bytes: Uint8Array, limit = MAX_INFLATED_BYTES): Archive {
  try {
    const sizes = declaredSizes(bytes, limit);
    const parts = new Map<string, Uint8Array[]>();
    const unzip = new Unzip((file) => {
      if (wanted(file.name)) collect(file, parts, sizes.get(file.name));
    });
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    }
    const joined = new Map([...parts].map(([name, chunks]) => [name, join(chunks)]));
    for (const [name, size] of sizes) {
      if (wanted(name) && joined.get(name)?.length !== size) refuse('list-file-corrupt', {});
    }
    return { names: new Set(sizes.keys()), parts: joined };
  } catch (error) {
    if (error instanceof ListRefusal) throw error;
    return refuse('list-file-corrupt', {});
  }
}
