import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';

/** A handler says no: the reason goes to the sender as it is. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

/** The database could not be opened, read or written. `detail` is the browser's own name for it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(readonly detail: string) {
    super(detail);
  }
}

/** What the partner can do about it, where it is known. */
function storageReason(detail: string): Reason {
  if (detail === 'QuotaExceededError') return notice('storage-full');
  if (detail === 'blocked') return notice('storage-blocked');
  return detail === 'VersionError' ? notice('storage-newer') : notice('storage-failed', { detail });
}

/** What the sender is told of an exception. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof RefusedError) return error.reason;
  if (error instanceof StorageError) return storageReason(error.detail);
  return notice('worker-failed', { detail: error instanceof Error ? error.name : 'Error' });
}
