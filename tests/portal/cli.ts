import { startPortal } from './server.ts';

/** `tsx tests/portal/cli.ts [port] [query]`: starts the portal and prints how to reach it. */
const [port = '8443', query = ''] = process.argv.slice(2);
const portal = await startPortal({ port: Number(port) });
console.log(`Stand-in portal: https://127.0.0.1:${portal.port}/?${query}#!dashboard`);
console.log(
  `As ${portal.origin}: chromium --user-data-dir=$(mktemp -d) ${portal.browserArgs.map((arg) => `'${arg}'`).join(' ')} '${portal.origin}/?${query}#!dashboard'`,
);
console.log(`Log: curl -sk https://127.0.0.1:${portal.port}/__standin/log`);
