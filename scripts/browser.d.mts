export function findBrowser(): string | null;
export function findFirefox(): string | null;
export function ensureBrowser(): string;
