import { markRows } from '../../../src/content/helpers/device-verdicts.ts';
import type { JudgedDevice, JudgedDevices } from '../../../src/content/judged-devices.ts';
import { oneGrid, readPageWork } from '../../../src/content/portal/page.ts';
import { deviceRows } from '../../../src/content/portal/records.ts';
import { atOnce } from '../../../src/content/portal/slices.ts';
import { createBadge } from '../../../src/content/ui/badge.ts';

const HEADS = ['', 'Model', 'Serial number', 'MAC address', 'PBX', 'Contract type', 'Purchased', 'Expiration'];

const serialOf = (i: number): string => `9CF1A0${100_000 + i}`;

const valuesOf = (i: number): string[] => [
  '<input type="checkbox">',
  ['WP480G', 'Vision', 'W-AIR Base'][i % 3] ?? '',
  serialOf(i),
  `9C:75:14:${[16, 8, 0].map((shift) => ((i >> shift) & 255).toString(16).padStart(2, '0')).join(':')}`,
  'Main office',
  i % 4 === 3 ? 'HWaaS' : 'CAPEX',
  `2024-03-${10 + (i % 20)}`,
  '2031-05-31',
];

function draw(rows: number): void {
  const line = (tag: string, values: readonly string[]) =>
    `<tr>${values.map((value) => `<${tag}>${value}</${tag}>`).join('')}</tr>`;
  document.body.innerHTML = `<h1>Devices of Acme GmbH</h1>
    <p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p>
    <table><thead>${line('th', HEADS)}</thead><tbody>${Array.from({ length: rows }, (_, i) => line('td', valuesOf(i))).join('')}</tbody></table>`;
  layOut();
}

/** What the worker would say: the same for both sides. */
function verdicts(rows: number): Map<string, JudgedDevice> {
  return new Map(
    Array.from({ length: rows }, (_, i) => [serialOf(i), { key: serialOf(i), verdict: 'yes', reasons: [] }]),
  );
}

const layOut = (): number => document.body.offsetHeight;

/** The extension's own reading and marking of a page that it has never seen. */
function ours(judged: ReadonlyMap<string, JudgedDevice>): number {
  const page = atOnce(readPageWork());
  const grid = oneGrid(page, 'devices');
  if (grid === undefined || grid === 'twice') throw new Error('the list was not found');
  const devices = deviceRows(grid);
  atOnce(markRows(grid, { verdicts: judged } as JudgedDevices));
  layOut();
  return devices.filter(({ facts }) => facts !== undefined).length;
}

/** The same by someone who knows the page's markup and writes it down. */
function byHand(judged: ReadonlyMap<string, JudgedDevice>): number {
  let read = 0;
  for (const row of document.querySelectorAll('tbody tr')) {
    const text = (index: number) => row.children[index]?.textContent?.trim() ?? '';
    const facts = { model: text(1), serial: text(2), mac: text(3), pbx: text(4), contract: text(5).toLowerCase() };
    const dates = { purchased: text(6), expiration: text(7) };
    if (facts.serial === '' || dates.purchased === '') continue;
    read += 1;
    const verdict = judged.get(facts.serial);
    if (verdict?.verdict === 'yes') row.children[2]?.prepend(createBadge('yes', 'verdict_yes'));
  }
  layOut();
  return read;
}

function measure(side: (judged: ReadonlyMap<string, JudgedDevice>) => number, rows: number): number {
  draw(rows);
  const judged = verdicts(rows);
  const start = performance.now();
  const read = side(judged);
  const took = performance.now() - start;
  if (read !== rows || document.querySelectorAll('wmp-companion').length !== rows) throw new Error(`read ${read}`);
  return took;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Both sides in turn on freshly drawn pages, so that what slows the machine slows both; the ratio is the median of the rounds'. */
function compare(rows: number, rounds: number): { oursMs: number; referenceMs: number; ratio: number } {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = -2; round < rounds; round += 1) {
    const [a, b] = [measure(ours, rows), measure(byHand, rows)];
    if (round < 0) continue; // The first ones are run before the browser has compiled either.
    mine.push(a);
    theirs.push(b);
  }
  const ratio = median(mine.map((took, i) => took / (theirs[i] ?? Number.NaN)));
  return { oursMs: median(mine), referenceMs: median(theirs), ratio };
}

declare global {
  interface Window {
    compareReading: typeof compare;
  }
}
window.compareReading = compare;
