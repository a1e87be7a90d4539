import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { onlyByPerson } from './consent.ts';
import { isSeen } from './visible.ts';

/** So long a button must have been there to be seen before a press of it counts. */
const SEEN_MS = 500;
const LOOK_MS = 100;

interface Props {
  readonly children: ComponentChildren;
  readonly main?: boolean;
  readonly disabled?: boolean;
  onPress(): void;
}

/**
 * A button that starts or confirms something that costs money. It can be pressed by a person only (the browser marks events
 * of a page's script as not trusted), and only once it could really be seen for half a second: a page cannot put it
 * under the partner's hand.
 */
export function ConsentButton({ children, main = false, disabled = false, onPress }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const since = useRef<number | undefined>(undefined);
  const [ready, setReady] = useState(false);
  const look = (): boolean => {
    if (button.current !== null && isSeen(button.current)) since.current ??= performance.now();
    else since.current = undefined;
    const seen = since.current !== undefined && performance.now() - since.current >= SEEN_MS;
    setReady(seen);
    return seen;
  };
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const press = onlyByPerson(() => {
    if (look()) onPress();
  });
  return (
    <button ref={button} type="button" class={main ? 'main' : ''} disabled={disabled || !ready} onClick={press}>
      {children}
    </button>
  );
}
