import * as v from 'valibot';
import browser from 'webextension-polyfill';

const KEY = 'quoteLook';
/** Characters of a stored logo: some 150 kB of picture. */
const MOST_LOGO = 220_000;

const Text = v.pipe(v.string(), v.maxLength(2000));
const Look = v.object({
  sender: v.optional(Text, ''),
  intro: v.optional(Text, ''),
  closing: v.optional(Text, ''),
  pricing: v.optional(v.picklist(['markup', 'margin', 'own']), 'markup'),
  /** As typed. */
  percent: v.optional(v.pipe(v.string(), v.maxLength(20)), ''),
  /** A PNG, base64. */
  logo: v.optional(v.pipe(v.string(), v.base64(), v.maxLength(MOST_LOGO))),
});
/** What the partner's quotes look like, kept in this browser. */
export type Look = v.InferOutput<typeof Look>;

export const NO_LOOK: Look = v.parse(Look, {});

export async function readLook(): Promise<Look> {
  const read = v.safeParse(Look, (await browser.storage.local.get(KEY))[KEY] ?? {});
  return read.success ? read.output : NO_LOOK;
}

/** @throws where the browser has no room for it. */
export const keepLook = (look: Look): Promise<void> => browser.storage.local.set({ [KEY]: look });

export const fitsLogo = (logo: string): boolean => logo.length <= MOST_LOGO;
