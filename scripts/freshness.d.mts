export function isFresh(target: 'chrome' | 'firefox'): boolean;
