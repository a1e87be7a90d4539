import { type CustomerRef, nameKey } from '../../core/customer.ts';
import type { Page } from './page.ts';

/** Whether a name, by its key, is a remembered customer's; absent where nobody was asked yet. */
let answers = new Map<string, boolean>();
/** The same of names and the PBX that they stand with, by both keys: whether it is that customer's. */
let owners = new Map<string, boolean>();
let forgotten = 0;

/** A page whose texts change all the time is not asked about for ever. */
const MOST_ASKED = 1000;

/** Names on a page that are not known yet to be a customer's or nobody's. */
export const unasked = (page: Page): readonly CustomerRef[] => (answers.size >= MOST_ASKED ? [] : unanswered(page));

const unanswered = ({ doubt }: Page): readonly CustomerRef[] =>
  doubt === undefined
    ? []
    : [...doubt.names, ...doubt.rivals].filter(
        ({ key }) => !answers.has(key) || (doubt.pbx !== undefined && !owners.has(pairKey(key, doubt.pbx))),
      );

const pairKey = (customer: string, pbx: string): string => JSON.stringify([customer, nameKey(pbx)]);

export function noteKnown(
  asked: readonly CustomerRef[],
  known: readonly CustomerRef[],
  owning?: { readonly pbx: string; readonly owners: readonly CustomerRef[] },
): void {
  for (const { key } of asked) answers.set(key, false);
  for (const { key } of known) answers.set(key, true);
  if (owning === undefined) return;
  for (const { key } of asked) owners.set(pairKey(key, owning.pbx), false);
  for (const { key } of owning.owners) owners.set(pairKey(key, owning.pbx), true);
}

/** Who was not known may be by now. */
export function forgetUnknown(): void {
  const known = [...answers].filter(([, is]) => is);
  answers = new Map(known.length < MOST_ASKED / 2 ? known : []);
  owners = new Map();
  forgotten += 1;
}

/** Another one after each {@link forgetUnknown}. */
export const revision = (): number => forgotten;

/**
 * The page with its customer, if exactly one of all whom it may speak of is known, or if nobody is and its words say who it then
 * is; nobody's before all were asked about.
 */
export function settled(page: Page): Page {
  const { doubt } = page;
  if (doubt === undefined) return page;
  // A message that has just come up is no reason to forget whose PBX the page is about: it is asked about next.
  if (doubt.pbx === undefined && unanswered(page).length > 0) return page;
  const named = new Map([...doubt.names, ...doubt.rivals].map((ref) => [ref.key, ref]));
  const [known, ...more] = [...named.values()].filter(({ key }) => answers.get(key) === true);
  const isIt =
    known !== undefined &&
    more.length === 0 &&
    doubt.names.some(({ key }) => key === known.key) &&
    (doubt.pbx === undefined || owners.get(pairKey(known.key, doubt.pbx)) === true);
  if (known === undefined && doubt.otherwise !== undefined) return { ...page, ...doubt.ownedBy(doubt.otherwise) };
  return isIt ? { ...page, ...doubt.ownedBy(known) } : page;
}
