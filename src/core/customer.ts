import * as v from 'valibot';

/** Who a page speaks of. `key` compares, `name` is shown; both come from the page, never from a guess. */
export const CustomerRef = v.object({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
});
export type CustomerRef = v.InferOutput<typeof CustomerRef>;

/** One spelling for comparing names: compatibility form, lower case, single spaces. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Whether a printed name was cut off: another one may begin in the same way. */
export const isShortened = (name: string): boolean => /(…|\.\.\.)\s*$/.test(name);

/** @throws never; a name that is empty or cut off gives `undefined`, since an unnamed customer has no remembered facts. */
export function customerRef(name: string): CustomerRef | undefined {
  const key = nameKey(name);
  return key === '' || isShortened(name) || name.length > 500 ? undefined : { key, name: name.trim() };
}
