import type { CustomerRef } from '../../core/customer.ts';
import type { Page } from './page.ts';

/** Whether a name, by its key, is a remembered customer's; absent where nobody was asked yet. */
let answers = new Map<string, boolean>();
let forgotten = 0;

/** A page whose texts change all the time is not asked about for ever. */
const MOST_ASKED = 1000;

/** Names on a page that are not known yet to be a customer's or nobody's. */
export const unasked = (page: Page): readonly CustomerRef[] => (answers.size >= MOST_ASKED ? [] : unanswered(page));

const unanswered = ({ doubt }: Page): readonly CustomerRef[] =>
  doubt === undefined ? [] : [...doubt.names, ...doubt.rivals].filter(({ key }) => !answers.has(key));

export function noteKnown(asked: readonly CustomerRef[], known: readonly CustomerRef[]): void {
  for (const { key } of asked) answers.set(key, false);
  for (const { key } of known) answers.set(key, true);
}

/** Who was not known may be by now. */
export function forgetUnknown(): void {
  const known = [...answers].filter(([, is]) => is);
  answers = new Map(known.length < MOST_ASKED / 2 ? known : []);
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
  if (doubt === undefined || unanswered(page).length > 0) return page;
  const named = new Map([...doubt.names, ...doubt.rivals].map((ref) => [ref.key, ref]));
  const [known, ...more] = [...named.values()].filter(({ key }) => answers.get(key) === true);
  const isIt = known !== undefined && more.length === 0 && doubt.names.some(({ key }) => key === known.key);
  if (known === undefined && doubt.otherwise !== undefined) return { ...page, ...doubt.ownedBy(doubt.otherwise) };
  return isIt ? { ...page, ...doubt.ownedBy(known) } : page;
}
