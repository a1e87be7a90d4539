// biome-ignore lint/suspicious/noExplicitAny: Ext 6.2 comes without types.
declare const Ext: any;

/** The framework, which the page has loaded before this script. Untyped here, and only here. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export const framework: any = Ext;

/** An Ext component or config. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Any = any;
