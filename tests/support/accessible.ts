import type { ElementHandle, Page } from 'puppeteer';
import { type WaitOptions, waitFor } from './wait-for.ts';

/**
 * What a person (or a screen reader) meets on a page, read from the accessibility tree: the only way into closed shadow roots.
 * Names are matched exactly, except where a RegExp is given.
 */
interface Node {
  parentId: string | undefined;
  role: string;
  name: string;
}

/** In reading order; the browser itself lists them level by level. */
async function tree(page: Page): Promise<Node[]> {
  const client = await page.createCDPSession();
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const found: Node[] = [];
    const visit = (id: string) => {
      const node = byId.get(id);
      if (!node) return;
      const { ignored, parentId, role, name, childIds = [] } = node;
      if (!ignored) found.push({ parentId, role: String(role?.value ?? ''), name: String(name?.value ?? '') });
      childIds.forEach(visit);
    };
    for (const { nodeId, parentId } of nodes) if (parentId === undefined) visit(nodeId);
    return found;
  } finally {
    await client.detach();
  }
}

/** Names of everything with this role, in reading order; without a role: all visible texts, those of one element joined. */
export async function textsOf(page: Page, role = 'StaticText'): Promise<string[]> {
  const nodes = (await tree(page)).filter((node) => node.role === role && node.name !== '');
  if (role !== 'StaticText') return nodes.map(({ name }) => name);
  const texts: { parent: string | undefined; text: string }[] = [];
  for (const { parentId, name } of nodes) {
    const previous = texts.at(-1);
    if (previous && previous.parent === parentId) previous.text += name;
    else texts.push({ parent: parentId, text: name });
  }
  return texts.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Waits until one visible text matches, and returns it. */
export async function waitForText(page: Page, wanted: string | RegExp, options: WaitOptions = {}): Promise<string> {
  const matches = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  return waitFor(async () => (await textsOf(page)).find(matches), {
    message: async () =>
      `the text ${wanted} on ${page.url()}. There: ${(await textsOf(page)).join(' | ').slice(0, 2000)}`,
    ...options,
  });
}

/** Waits for the control of this name, open or closed shadow root alike. */
export async function byAria(
  page: Page,
  name: string | RegExp,
  role?: string,
  options: WaitOptions = {},
): Promise<ElementHandle> {
  return waitFor(
    async () => {
      const exact = typeof name === 'string' ? name : await nameLike(page, name, role);
      return exact === undefined ? null : page.$(selector(exact, role));
    },
    { message: () => missing(page, name, role), ...options },
  );
}

/** Clicks it as a person would, with the mouse, once it stands still and is enabled. Brings the page to the front first. */
export async function clickAria(
  page: Page,
  name: string | RegExp,
  role?: string,
  options: WaitOptions = {},
): Promise<void> {
  const { timeout = 30_000 } = options;
  await page.bringToFront();
  const end = performance.now() + timeout;
  for (;;) {
    const left = Math.max(1, end - performance.now());
    const exact =
      typeof name === 'string'
        ? name
        : await waitFor(() => nameLike(page, name, role), { message: () => missing(page, name, role), timeout: left });
    // What a pattern names may be called otherwise by the time of the click.
    const once = typeof name === 'string' ? left : Math.min(left, 2000);
    try {
      return await page.locator(selector(exact, role)).setTimeout(once).click();
    } catch (error) {
      if (typeof name !== 'string' && performance.now() < end) continue;
      throw new Error(`Could not click ${await missing(page, exact, role)}`, { cause: error });
    }
  }
}

async function nameLike(page: Page, pattern: RegExp, role?: string): Promise<string | undefined> {
  const nodes = await tree(page);
  return nodes.find((node) => pattern.test(node.name) && (role ? node.role === role : node.role !== 'StaticText'))
    ?.name;
}

function selector(name: string, role?: string): string {
  const quote = name.includes('"') ? "'" : '"';
  if (quote === "'" && name.includes("'"))
    throw new Error(`A name with both kinds of quotes cannot be looked for: ${name}`);
  return `aria/[name=${quote}${name}${quote}]${role ? `[role="${role}"]` : ''}`;
}

async function missing(page: Page, name: string | RegExp, role?: string): Promise<string> {
  const names = await textsOf(page, role ?? 'button').catch(() => []);
  return `the ${role ?? 'element'} "${name}" on ${page.url()}. Of this kind are there: ${names.join(' | ').slice(0, 2000) || 'none'}`;
}
