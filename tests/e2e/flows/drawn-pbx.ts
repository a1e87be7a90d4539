import { type Session, waitFor } from '../../support/index.ts';
import { cells, openDrawn } from './drawn.ts';
import { stored } from './portal.ts';

/** Passes by a page with one PBX of a customer, paid by the year, so that its term is remembered. */
export async function rememberDrawnPbx(session: Session, customer: string, pbx: string): Promise<void> {
  const page = await openDrawn(
    session,
    'pbxes',
    `<h1>PBXes of ${customer}</h1><table><tr>${cells('<th>', 'PBX', 'Subscription length', 'Expiration')}</tr><tr>${cells('<td>', pbx, '1 year', '2099-05-31')}</tr></table>`,
  );
  await waitFor(async () => (await stored(session, 'pbxes')).length > 0, { message: 'the PBX to be remembered' });
  await page.close();
}
