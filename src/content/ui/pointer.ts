/** Where the pointer was last seen, in the window. What appears by itself must not come to lie under it. */
let last: { readonly x: number; readonly y: number } | undefined;

/** Follows the pointer as long as the content script lives. */
export function followPointer(life: AbortSignal): void {
  const note = ({ clientX, clientY, isTrusted }: MouseEvent) => {
    if (isTrusted) last = { x: clientX, y: clientY };
  };
  for (const type of ['pointermove', 'pointerdown'] as const)
    addEventListener(type, note, { capture: true, passive: true, signal: life });
}

/** So near a press may still hit. */
const NEAR = 12;

export const isUnderPointer = ({ left, right, top, bottom }: DOMRect): boolean =>
  last !== undefined && last.x > left - NEAR && last.x < right + NEAR && last.y > top - NEAR && last.y < bottom + NEAR;
