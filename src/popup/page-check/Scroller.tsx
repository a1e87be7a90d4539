import type { ComponentChildren, JSX } from 'preact';

/** A table that may be wider than its page. It takes the focus, so that the keyboard can scroll it where it is. */
export const Scroller = ({ label, children }: { label: string; children: ComponentChildren }): JSX.Element => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it only a mouse can scroll, except in the newest browsers.
  <div class="scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
