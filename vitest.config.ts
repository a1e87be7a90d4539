import { defineConfig } from 'vitest/config';

// Not merged with vite.config.ts: the tests need no extension build around them.
export default defineConfig({
  test: {
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 15_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/keep-evidence.ts'],
          maxWorkers: 2, // A browser each: more than two starve one another on two cores.
          testTimeout: 120_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
