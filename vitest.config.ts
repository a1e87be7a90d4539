import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes: begun last, one of them would run alone at the end. */
const LONG = [
  'convert-breaks',
  'frameworks',
  'whose',
  'convert-choices',
  'convert-faults',
  'attacked-pages',
  'order-pages',
  'convert',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

// Not merged with vite.config.ts: the tests need no extension build around them.
export default defineConfig({
  test: {
    teardownTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
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
          maxWorkers: 3, // A browser each, which waits for half of the time: more would starve one another on two cores.
          testTimeout: 120_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
