// The one place where the harness meets the stand-in portal.
export { type Knobs, type Portal, type PortalOptions, startPortal } from '../portal/server.ts';
