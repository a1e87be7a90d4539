import { build } from '../../scripts/build.mjs';
import { launch, type Session, waitFor } from '../support/index.ts';
import type { BenchResult } from './rules.bench.ts';

const ROWS = 5000;
/** What a person does not notice. */
const UNNOTICED_MS = 50;
/** What else the machine does makes a task longer, never shorter: the least of these counts. */
const TRIES = 3;
const LAYOUTS = ['table', 'fixed table', 'flex boxes'] as const;

/**
 * The longest task of a page with a long list, from when it stands until the extension has read and marked it and has read it again after a
 * change: against what nobody notices. The page's own drawing is not counted.
 */
export async function benchTasks(): Promise<BenchResult[]> {
  build('chrome');
  const session = await launch();
  try {
    const results: BenchResult[] = [];
    for (const layout of LAYOUTS) {
      const tries: number[] = [];
      for (let i = 0; i < TRIES; i += 1) tries.push(await longestTask(session, layout));
      const longest = Math.min(...tries);
      results.push({
        name: `longest task at ${ROWS} rows (${layout}) / ${UNNOTICED_MS} ms`,
        oursMs: longest,
        referenceMs: UNNOTICED_MS,
        ratio: longest / UNNOTICED_MS,
      });
    }
    return results;
  } finally {
    await session.close();
  }
}

async function longestTask(session: Session, layout: (typeof LAYOUTS)[number]): Promise<number> {
  const page = await session.browser.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.isNavigationRequest()
        ? request.respond({ contentType: 'text/html; charset=utf-8', body: html(layout) })
        : request.respond({ status: 404 }),
    );
    await page.goto('https://my.wildix.com/');
    const marked = () => page.$('wmp-companion[data-part="badge"]').then((badge) => badge !== null);
    await waitFor(marked, { message: 'the list to be marked', timeout: 60_000 });
    await page.evaluate(QUIET);
    await page.evaluate(() => document.body.append('A line more.'));
    await page.evaluate(QUIET);
    return (await page.evaluate('Math.max(0, ...longTasks)')) as number;
  } finally {
    await page.close();
  }
}

/** Resolves once the page has had nothing to do for a while. As text: the runner's own marks are not known in the page. */
const QUIET = `new Promise((resolve) => {
  let idle = 0;
  const look = (deadline) => {
    idle = deadline.timeRemaining() > 10 ? idle + 1 : 0;
    if (idle >= 20) resolve();
    else setTimeout(() => requestIdleCallback(look), 50);
  };
  requestIdleCallback(look);
})`;

/** A task shorter than 50 ms is none to the browser: no entry at all is the best there is. */
function html(layout: (typeof LAYOUTS)[number]): string {
  const flex = layout === 'flex boxes';
  const line = (tag: string, values: readonly string[]) =>
    flex
      ? `<div class="line">${values.map((value) => `<div>${value}</div>`).join('')}</div>`
      : `<tr>${values.map((value) => `<${tag}>${value}</${tag}>`).join('')}</tr>`;
  const heads = line('th', ['', 'Model', 'Serial number', 'MAC address', 'PBX', 'Contract type', 'Purchased']);
  const rows = Array.from({ length: ROWS }, (_, i) =>
    line('td', [
      '<input type="checkbox">',
      'WP480G',
      `9CF1A0${100_000 + i}`,
      `9C:75:14:00:${[8, 0].map((shift) => ((i >> shift) & 255).toString(16).padStart(2, '0')).join(':')}`,
      'Main office',
      i % 4 === 3 ? 'HWaaS' : 'CAPEX',
      '2024-03-12',
    ]),
  ).join('');
  const list = flex ? `<div>${heads}${rows}</div>` : `<table><thead>${heads}</thead><tbody>${rows}</tbody></table>`;
  return `<!doctype html><html lang="en"><style>
    body { font: 14px sans-serif } .line { display: flex } .line > div { width: 150px }
    ${layout === 'fixed table' ? 'table { table-layout: fixed; width: 100% }' : ''}</style>
    <body><h1>Devices of Acme GmbH</h1>
    <p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p><div id="list"></div>
    <script>
      const longTasks = [];
      addEventListener('load', () => setTimeout(() => {
        document.getElementById('list').innerHTML = ${JSON.stringify(list)};
        document.body.offsetHeight;
        requestAnimationFrame(() => setTimeout(() => {
          new PerformanceObserver((seen) => seen.getEntries().forEach(({ duration }) => longTasks.push(Math.round(duration)))).observe({ type: 'longtask' });
        }));
      }, 300));
    </script>`;
}
