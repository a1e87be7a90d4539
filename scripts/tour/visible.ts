import { type Knobs, launch } from '../../tests/support/index.ts';

const whatToTry = (howToEndTheSession: string) => `
The stand-in portal is open in a browser that has the extension. It is not the real WMP; nothing leaves this machine. What to try:

  1. Customers → the three dots beside a customer → PBXes. The extension remembers their terms in passing.
  2. The three dots → Devices → "Convert … eligible devices" → "Convert now".
  3. Order HWaaS: the Duration that fits, the stock explained, and Checkout held back until Save & Recalculate.
  4. The extension's popup, from the toolbar (puzzle piece → WMP Companion): the orders that are open.
  5. ${howToEndTheSession}: the portal's session ends. See what the extension says when it cannot see anything.

Close the browser or press Ctrl-C to end.
`;

/** Opens a browser for a person, and ends when it is closed. */
export async function visibleTour(knobs: Knobs): Promise<void> {
  const session = await launch({ headless: false, viewport: null });
  try {
    const first = (await session.browser.pages())[0];
    if (first) await first.goto(session.portal.url('customers', knobs));
    else await session.openPortal('customers', knobs);
    const { portal } = session;
    console.log(
      whatToTry(
        process.stdin.isTTY
          ? 'Press Enter here'
          : `curl -kX POST https://127.0.0.1:${portal.port}/__standin/expire-session`,
      ),
    );
    if (process.stdin.isTTY) process.stdin.on('data', () => portal.expireSession());
    await new Promise<void>((done) => session.browser.once('disconnected', () => done()));
  } finally {
    process.stdin.pause();
    await session.close();
  }
}
