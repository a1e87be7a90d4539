/**
 * A handler that only a person can set off: the browser marks events of a page's script as not trusted. What this guards
 * starts or confirms something that costs money.
 */
export const onlyByPerson =
  (run: () => void) =>
  (event: Event): void => {
    if (event.isTrusted) run();
  };
