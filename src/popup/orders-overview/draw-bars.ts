import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Bars beside each other. `lying`: from the side of the words on, for names that need room; else standing, for time. */
export interface Bars {
  readonly lying: boolean;
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** A value in words, in full and short for the axis. */
  readonly text: (value: number) => string;
  readonly axisText: (value: number) => string;
  /** Whether there are values between whole ones. */
  readonly whole: boolean;
}

/** Draws in the colours and the direction of the page as they are now. Nothing moves. @returns what takes it away again. */
export function drawBars(
  canvas: HTMLCanvasElement,
  { lying, labels, values, text, axisText, whole }: Bars,
): () => void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const rtl = document.documentElement.dir === 'rtl';
  const font = { family: getComputedStyle(canvas).fontFamily, size: 12 };
  const ticks = { color: colour('--ink-soft'), font };
  const names = {
    type: 'category' as const,
    grid: { display: false },
    border: { color: colour('--line-strong') },
    reverse: !lying && rtl,
    ...(lying && { position: rtl ? ('right' as const) : ('left' as const) }),
    ticks: {
      ...ticks,
      color: colour('--ink'),
      autoSkip: !lying,
      maxRotation: 0,
      callback(this: { chart: Chart }, _: unknown, index: number) {
        const label = labels[index] ?? '';
        return lying ? linesOf(this.chart, label, font) : label;
      },
    },
  };
  const numbers = {
    type: 'linear' as const,
    beginAtZero: true,
    grid: { color: colour('--line') },
    border: { display: false },
    reverse: lying && rtl,
    ...(!lying && { position: rtl ? ('right' as const) : ('left' as const) }),
    ticks: {
      ...ticks,
      maxTicksLimit: 6,
      maxRotation: 0,
      ...(whole && { precision: 0 }),
      callback: (value: string | number) => axisText(Number(value)),
    },
  };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [
        {
          data: [...values],
          backgroundColor: colour('--accent'),
          borderRadius: 3,
          maxBarThickness: lying ? 18 : 36,
        },
      ],
    },
    options: {
      indexAxis: lying ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      scales: lying ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: {
        tooltip: {
          rtl,
          textDirection: rtl ? 'rtl' : 'ltr',
          displayColors: false,
          callbacks: { label: ({ dataIndex }) => text(values[dataIndex] ?? 0) },
        },
      },
    },
  });
  return () => chart.destroy();
}

/** Share of the chart that names may take: the bars are what is looked at. */
const NAMES = 0.4;

/** A name in two lines at most, cut where it is longer: the table has it whole. */
function linesOf(chart: Chart, label: string, font: { family: string; size: number }): string[] {
  const { ctx } = chart;
  ctx.save();
  ctx.font = `${font.size}px ${font.family}`;
  const room = chart.width * NAMES;
  const fits = (text: string): boolean => ctx.measureText(text).width <= room;
  const [first, rest] = broken(label, fits);
  const second = fits(rest) ? rest : `${broken(rest, (text) => fits(`${text}…`))[0]}…`;
  ctx.restore();
  // Each line by its own direction: a cut Latin name ends at its right, on a page from right to left too.
  return (rest === '' ? [first] : [first, second]).map((line) => `\u2068${line}\u2069`);
}

/** As much as fits, up to a blank if there is one, and the rest. */
function broken(text: string, fits: (text: string) => boolean): readonly [first: string, rest: string] {
  if (fits(text)) return [text, ''];
  const characters = [...text];
  let end = characters.length;
  while (end > 1 && !fits(characters.slice(0, end).join(''))) end--;
  const head = characters.slice(0, end).join('');
  const blank = head.lastIndexOf(' ');
  const cut = blank > 0 ? blank : head.length;
  return [text.slice(0, cut).trim(), text.slice(cut).trim()];
}
