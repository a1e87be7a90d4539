import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import type { Bars } from './draw-bars.ts';

interface Props {
  /** What is drawn, for who does not see it. */
  readonly label: string;
  readonly bars: Bars;
  readonly columns: readonly string[];
  /** The same figures, the name first; more than are drawn where they would not fit. */
  readonly rows: readonly (readonly string[])[];
}

/** Bars, and the same figures as a table. The library is loaded when the first chart is shown. */
export function BarChart({ label, bars, columns, rows }: Props): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<string>();
  const drawn = JSON.stringify([bars.labels, bars.values]);
  useEffect(() => {
    let current = true;
    let clear = (): void => undefined;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const draw = async (): Promise<void> => {
      try {
        const { drawBars } = await import('./draw-bars.ts');
        clear();
        if (current && canvas.current !== null) clear = drawBars(canvas.current, bars);
      } catch (error) {
        if (current) setFailed(reasonText(failureOf(error)));
      }
    };
    void draw();
    dark.addEventListener('change', draw);
    return () => {
      current = false;
      dark.removeEventListener('change', draw);
      clear();
    };
  }, [drawn]);
  return (
    <figure>
      {failed && (
        <p class="notice attention" role="alert">
          {failed}
        </p>
      )}
      {/* No style attribute: the page's own policy forbids it, the property does not. */}
      <div
        class="bars"
        hidden={failed !== undefined}
        ref={(box) => {
          if (box !== null) box.style.blockSize = `${bars.lying ? bars.labels.length * 36 + 40 : 240}px`;
        }}
      >
        <canvas ref={canvas} role="img" aria-label={label} />
      </div>
      <details open={failed !== undefined}>
        <summary>{t('overview_as_table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
        <section class="figures" aria-label={label} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {columns.map((column, i) => (
                  <th key={column} scope="col" class={i > 0 ? 'money' : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...values], row) => (
                <tr key={`${name} ${row}`}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  {values.map((value, i) => (
                    <td key={columns[i + 1]} class="money">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
