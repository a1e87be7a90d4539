export const root: URL;
export function inProject(path: string): string;
export function bin(pkg: string, file: string): string;
export function isMain(moduleUrl: string): boolean;
