import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { makeText } from '../../tests/portal/client/text.ts';
import { readSettings, writeKnobs } from '../../tests/portal/shared/knobs.ts';
import { type Knobs, launch } from '../../tests/support/index.ts';
import { inProject } from '../paths.mjs';
import { Tour } from './actions.ts';
import { report, type StepResult } from './report.ts';
import { steps } from './steps.ts';

/** Goes the whole way without a display; leaves screenshots and report.md. Returns the number of failed steps. */
export async function headlessTour(knobs: Knobs, command: string): Promise<number> {
  const folder = inProject('artifacts/tour');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const session = await launch({ language: 'en' });
  const results: StepResult[] = [];
  try {
    let shots: string[] = [];
    const save = async (name: string, page: Page) => {
      const file = `${results.length + 1}-${name}.png` as const;
      await page.bringToFront();
      await page.screenshot({ path: join(folder, file) as `${string}.png` });
      shots.push(file);
    };
    const tour = new Tour(session, knobs, save);
    for (const { title, actions } of steps(makeText(readSettings(writeKnobs(knobs))))) {
      shots = [];
      const start = performance.now();
      let failure: string | null = null;
      try {
        for (const action of actions) await tour.perform(action);
      } catch (error) {
        failure = shorten(error instanceof Error ? error.message : String(error));
      }
      await save(failure === null ? 'end' : 'failed', await tour.page()).catch(() => undefined);
      const seconds = (performance.now() - start) / 1000;
      results.push({ title, seconds, shots, failure });
      console.log(
        `${failure === null ? 'passed' : 'FAILED'}  ${title} (${seconds.toFixed(1)} s)${failure === null ? '' : `\n        ${failure}`}`,
      );
    }
  } finally {
    writeFileSync(join(folder, 'report.md'), report(command, results, session.problems()));
    await session.close();
  }
  console.log('\nScreenshots and report.md are in artifacts/tour/');
  return results.filter(({ failure }) => failure !== null).length;
}

/** What was on the page instead is on the screenshot. */
const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
