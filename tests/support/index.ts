export { byAria, clickAria, textsOf, waitForText } from './accessible.ts';
export { fill, press } from './by-text.ts';
export { crash, type LaunchOptions, launch, withSession } from './launch.ts';
export { type FirefoxSession, hasFirefox, launchFirefox } from './launch-firefox.ts';
export type { Knobs, Portal, PortalOptions } from './portal.ts';
export { closeSessions, type Session } from './session.ts';
export { type WaitOptions, waitFor } from './wait-for.ts';
