import { canonical } from '../backup/verdict.ts';

/** One thing as the browser's sync carries it. Without a body it was removed, and that is carried too. */
export interface SyncItem {
  readonly key: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
  readonly body?: unknown;
}

/** What this computer and the sync last agreed on, by key: a sum of the content, or that it was removed. */
export type Agreed = Readonly<Record<string, string>>;

export const REMOVED = 'removed';

export interface SyncPlan {
  /** To be given to the sync. */
  readonly push: readonly SyncItem[];
  /** To be taken from it, or removed here where there is no body. */
  readonly take: readonly SyncItem[];
  /** What is agreed on once both are done. */
  readonly agreed: Agreed;
}

/**
 * What has to move where. Only a removal that is carried removes anything: what the sync merely does not hold was never
 * given to it, or was cleared there. Where both sides changed one thing, what was written later stays, and a change is kept
 * rather than a removal.
 */
export function planSync(
  here: ReadonlyMap<string, SyncItem>,
  there: ReadonlyMap<string, SyncItem>,
  agreed: Agreed,
  now: string,
): SyncPlan {
  const push: SyncItem[] = [];
  const take: SyncItem[] = [];
  const after: Record<string, string> = {};
  for (const key of new Set([...here.keys(), ...there.keys(), ...Object.keys(agreed)])) {
    const [own, other] = [here.get(key) ?? gone(key, agreed, now), there.get(key)];
    const winner = winnerOf(own, other, agreed[key]);
    if (winner === undefined || (other === undefined && winner.body === undefined)) continue;
    after[key] = sumOf(winner);
    if (winner !== other && (other === undefined ? winner.body !== undefined : sumOf(other) !== after[key]))
      push.push(winner);
    if (winner !== own && (own === undefined ? winner.body !== undefined : sumOf(own) !== after[key]))
      take.push(winner);
  }
  return { push, take, agreed: after };
}

/** What was here when both last agreed and is not any more. */
const gone = (key: string, agreed: Agreed, now: string): SyncItem | undefined =>
  agreed[key] === undefined ? undefined : { key, at: now };

function winnerOf(own: SyncItem | undefined, other: SyncItem | undefined, agreed = ''): SyncItem | undefined {
  if (own === undefined || other === undefined) return own ?? other;
  const [a, b] = [sumOf(own), sumOf(other)];
  if (a === b || (a === agreed && !isLate(other, own))) return other;
  if (b === agreed) return own;
  if ((own.body === undefined) !== (other.body === undefined)) return own.body === undefined ? other : own;
  return own.at > other.at ? own : other;
}

/** Whether an item that comes now was written before what is here, and in ignorance of it: a computer without a network gave it to the sync late. */
function isLate(item: SyncItem, than: SyncItem): boolean {
  if (item.body === undefined || than.body === undefined) return false;
  return revisionOf(item.body) <= revisionOf(than.body) && item.at < than.at;
}

const revisionOf = (body: unknown): number =>
  typeof body === 'object' && body !== null && 'revision' in body && typeof body.revision === 'number'
    ? body.revision
    : 0;

/** A short text that differs where contents differ. */
export function sumOf({ body }: SyncItem): string {
  if (body === undefined) return REMOVED;
  const text = canonical(body);
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193) >>> 0;
    b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) >>> 0;
  }
  return `${text.length}:${a.toString(36)}${b.toString(36)}`;
}
