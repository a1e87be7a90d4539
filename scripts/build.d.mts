export type Target = 'chrome' | 'firefox';
export function build(target: Target): void;
