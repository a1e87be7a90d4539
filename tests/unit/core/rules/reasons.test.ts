import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../../src/core/rules/reasons.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const url = new URL('../../../../public/_locales/en/messages.json', import.meta.url);
const messages = JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Message>>;

describe('reason sentences', () => {
  it.each(Object.entries(REASONS))('%s has a sentence with its parameters in order', (code, kinds) => {
    const entry = messages[`reason_${code.replaceAll('-', '_')}`];
    expect(entry?.message).toBeTruthy();
    const expected = Object.fromEntries(
      Object.keys(kinds).map((name, i) => [name.toLowerCase(), { content: `$${i + 1}` }]),
    );
    expect(entry?.placeholders ?? {}).toEqual(expected);
    const used = [...(entry?.message ?? '').matchAll(/\$([a-z]+)\$/gi)].map((match) => match[1]?.toLowerCase());
    for (const name of used) expect(Object.keys(expected)).toContain(name);
  });
});
