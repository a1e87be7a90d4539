/**
 * A text as it is compared: lower case, without accents, punctuation as single spaces. `/` stays, it says "per";
 * currency symbols stay, they are looked for elsewhere.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’`´]/g, ' ')
    .replace(/[^\p{L}\p{N}/€$£¥%]+/gu, ' ')
    .replace(/\s*\/\s*/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a phrase occurs in a normalised text as whole words. */
export const hasPhrase = (normalised: string, phrase: string): boolean => ` ${normalised} `.includes(` ${phrase} `);
