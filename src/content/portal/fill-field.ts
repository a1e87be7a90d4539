import { pause } from './wait.ts';

/**
 * Writes into a field as typing does, as far as a page can tell: the value with its events, then the field is left. What the
 * page made of it is for the caller to read.
 */
export async function fillField(field: HTMLInputElement, value: string, signal: AbortSignal): Promise<void> {
  const focused = document.activeElement;
  field.focus({ preventScroll: true });
  field.value = value;
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, data: value, inputType: 'insertReplacementText' }),
  );
  field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await pause(0, signal);
  if (focused instanceof HTMLElement && focused !== field && focused !== document.body)
    focused.focus({ preventScroll: true });
  else field.blur();
  await pause(0, signal);
}
