import { afterAll, afterEach, TestRunner } from 'vitest';
import { beforeClose, closeSessions, openSessions, type Session } from './session.ts';

/** A session that a test's own afterEach closes. One closed inside the test cannot know yet: withSession() is for those. */
beforeClose.add(async (session: Session) => {
  const test = TestRunner.getCurrentTest();
  if (test?.result?.state === 'fail') await session.saveEvidence(test.name);
});

/** Sessions that live on for the next test. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const session of openSessions) await session.saveEvidence(task.name);
});

/** Those that a test forgot, or could not close because its time was up. */
afterAll(closeSessions);

// The runner was killed: without this, its worker would live on with browser and portal.
process.once('disconnect', () => {
  void closeSessions().finally(() => process.kill(process.pid, 'SIGKILL'));
});
