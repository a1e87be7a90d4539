/** Puts facts into a template's `{name}` slots, in one pass: braces within a fact stay what they are. */
export const fill = (template: string, facts: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (slot, name: string) => facts[name] ?? slot);
