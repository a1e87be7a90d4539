/** Which rows of a list are near the window, and calls `draw` when those are other ones. The page is what scrolls. */
export function nearWindow(
  space: HTMLElement,
  count: number,
  row: number,
  draw: (first: number, end: number) => void,
): void {
  let drawn = '';
  const look = () => {
    const { top } = space.getBoundingClientRect();
    const first = Math.max(0, Math.min(count, Math.floor(-top / row)) - 2);
    const end = Math.max(first, Math.min(count, Math.ceil((innerHeight - top) / row) + 2));
    if (drawn === `${first} ${end}`) return;
    drawn = `${first} ${end}`;
    draw(first, end);
  };
  addEventListener('resize', look);
  addEventListener('scroll', () => requestAnimationFrame(look));
  requestAnimationFrame(look);
}
