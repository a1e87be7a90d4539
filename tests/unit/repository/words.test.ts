import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOTICES, parametersOf } from '../../../src/core/notices.ts';
import { RECURRING_LEFT, WAIT_LEFT } from '../../../src/core/orders/figures.ts';
import { TAUGHT_ACTIONS, TAUGHT_COLUMNS } from '../../../src/core/page-profile.ts';
import { PAGE_KINDS } from '../../../src/core/page-report.ts';
import { ORDER_STATES } from '../../../src/core/records/order.ts';
import { REASONS } from '../../../src/core/rules/reasons.ts';
import { OUTCOMES, STANDINGS } from '../../../src/core/run-standing.ts';
import { type Node, nodes, ROOT, type Source, sourceOf, sources } from './sources.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const english: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8'),
);
const src = sources('src');

/** Numbers of the substitutions that a message really prints. */
const printed = ({ message, placeholders = {} }: Message): number[] => {
  const named = [...message.matchAll(/\$([a-z0-9_@]+)\$/gi)].map(
    ([, name]) => placeholders[(name ?? '').toLowerCase()]?.content ?? '$0',
  );
  return [
    ...new Set(
      [...named, ...(message.replace(/\$\w+\$/g, '').match(/\$\d/g) ?? [])].map((one) => Number(one.slice(1))),
    ),
  ].sort();
};

describe('messages', () => {
  test.each(Object.entries(english))('%s is well-formed', (_key, message) => {
    expect(message.message.trim()).not.toBe('');
    expect(printed(message)).toEqual(printed(message).map((_, index) => index + 1));
    expect(printed(message)).toHaveLength(Object.keys(message.placeholders ?? {}).length);
  });

  test.each([...Object.keys(REASONS), ...Object.keys(NOTICES)])(
    '%s has its sentence with all its parameters',
    (code) => {
      const message = english[`reason_${code.replaceAll('-', '_')}`];
      expect(message).toBeDefined();
      expect(message && printed(message)).toHaveLength(Object.keys(parametersOf(code) ?? {}).length);
    },
  );

  test('no code is both a rule’s and a notice', () => {
    expect(Object.keys(REASONS).filter((code) => code in NOTICES)).toEqual([]);
  });

  const built = [
    ...ORDER_STATES.map((state) => `order_state_${state}`),
    ...PAGE_KINDS.map((kind) => `page_${kind}`),
    ...['P1M', 'P1Y', 'P5Y', 'lifetime'].map((term) => `term_${term}`),
    ...['ok', 'missing', 'ambiguous', 'malformed'].map((state) => `check_state_${state}`),
    ...['label', 'shape', 'label_shape', 'none'].map((how) => `check_how_${how}`),
    ...['customer', 'pbx'].map((level) => `check_level_${level}`),
    ...TAUGHT_COLUMNS.map((concept) => `teach_column_${concept}`),
    ...TAUGHT_ACTIONS.map((concept) => `teach_action_${concept}`),
    ...['capex', 'hwaas', 'rental'].map((means) => `teach_value_${means}`),
    ...['page', 'point', 'comma'].map((mark) => `options_decimal_mark_${mark}`),
    ...STANDINGS.flatMap((state) => [`run_${state}_one`, `run_${state}_other`]),
    ...['state', 'statusText', 'shipmentDate', 'number', 'total'].map((field) => `orders_page_field_${field}`),
    ...['order_shipped', 'order_late', 'order_unknown', 'pbx_expires'].map((kind) => `remind_${kind}`),
    ...['list', 'calendar', 'charts'].map((view) => `overview_view_${view}`),
    ...[...WAIT_LEFT, ...RECURRING_LEFT].map((why) => `overview_left_${why}`),
    ...['refused', 'abandoned'].map((outcome) => `order_state_${outcome}`),
    ...['needs_you', 'on_the_way', 'done'].map((group) => `order_group_${group}`),
    ...['options_daily_on', 'options_daily_off', 'order_shipped', 'order_shipment'],
    ...['order_read_all', 'order_read_part'].flatMap((key) => [`${key}_one`, `${key}_other`]),
    ...OUTCOMES.map((outcome) => `history_device_${outcome}`),
    ...['all', 'open', 'settled'].map((state) => `history_state_${state}`),
    ...['ok', 'stop', 'refused', 'look', 'later'].map((state) => `check_is_${state}`),
    ...['duration', 'recalculated', 'overdue', 'stock', 'agreement', 'address'].map((check) => `check_of_${check}`),
    ...['no_control', 'not_offered', 'several', 'not_taken'].map((outcome) => `duration_set_${outcome}`),
    ...['agrees', 'undiscounted', 'undiscounted_recalculated', 'other_discount', 'whole_term'].map(
      (reading) => `printed_${reading}`,
    ),
    ...['whole_term_undiscounted', 'not_comparable', 'unexplained'].map((reading) => `printed_${reading}`),
    ...['list', 'settings', 'learned'].map((source) => `tier_source_${source}`),
    ...['term', 'month'].flatMap((per) => [`options_page_price_${per}`, `stated_tier_flat_${per}`]),
    ...['volume', 'graduated', 'pack'].map((model) => `stated_flat_why_${model}`),
    ...['agree_companion', 'agree_partner', 'remind_on', 'remind_off'].map((choice) => `run_options_${choice}`),
  ];
  test.each(built)('%s, whose key is put together in code, is there', (key) => {
    expect(english).toHaveProperty(key.replaceAll('-', '_'));
  });
});

/** Keys of `t('…')` and `plural('…')`, with how many substitutions are given where that can be seen. */
function* keysIn({ body }: Source): Generator<{ key: string; given: number | undefined }> {
  for (const node of nodes(body)) {
    if (node.type !== 'CallExpression') continue;
    const name = (node['callee'] as Node)['name'];
    const [first, ...rest] = node['arguments'] as Node[];
    const given = rest.some((argument) => argument.type === 'SpreadElement') ? undefined : rest.length;
    for (const key of literalsOf(first)) {
      if (name === 't') yield { key, given };
      if (name === 'plural') for (const category of ['one', 'other']) yield { key: `${key}_${category}`, given };
    }
  }
}

const literalsOf = (node: Node | undefined): string[] => {
  if (node?.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node?.type !== 'ConditionalExpression') return [];
  return [...literalsOf(node['consequent'] as Node), ...literalsOf(node['alternate'] as Node)];
};

test('every key that code names is there, with as many substitutions as it prints', () => {
  const wrong = src.flatMap((source) =>
    [...keysIn(source)]
      .filter(({ key }) => !key.startsWith('@@'))
      .filter(({ key, given }) => {
        const message = english[key];
        return message === undefined || (given !== undefined && printed(message).length !== given);
      })
      .map(({ key, given }) => `${source.path}: ${key} (${given})`),
  );
  expect(wrong).toEqual([]);
});

test('every key that stands in a table of the history is there', () => {
  const keys = src.flatMap(({ body }) =>
    [...nodes(body)].flatMap(({ type, value }) =>
      type === 'Literal' && typeof value === 'string' && /^history_[a-z_]+$/.test(value) ? [value] : [],
    ),
  );
  expect(keys).toContain('history_column_not_shown');
  expect(keys.filter((key) => !(key in english) && !(`${key}_other` in english))).toEqual([]);
});

const TEXT_ATTRIBUTES = new Set(['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label', 'summary']);
const TEXT_PROPERTIES = new Set(['textContent', 'innerText', 'title', 'ariaLabel', 'placeholder']);
const hasLetters = (value: unknown): boolean => typeof value === 'string' && /\p{L}/u.test(value);

/** Text for people that stands in code instead of in `_locales`. */
function literalText({ path, body }: Source): string[] {
  const found: string[] = [];
  for (const node of nodes(body)) {
    if (node.type === 'JSXText' && hasLetters(node['value'])) found.push(String(node['value']).trim());
    if (node.type === 'JSXAttribute' && TEXT_ATTRIBUTES.has(String((node['name'] as Node)['name']))) {
      const value = node['value'] as Node | null;
      if (value?.type === 'Literal' && hasLetters(value['value'])) found.push(String(value['value']));
    }
    if (node.type === 'JSXExpressionContainer') {
      const inner = node['expression'] as Node;
      if (inner.type === 'TemplateLiteral' && isChild(node, body)) found.push('template');
    }
    if (node.type === 'AssignmentExpression') {
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      const property = left.type === 'MemberExpression' ? String((left['property'] as Node)['name']) : '';
      if (TEXT_PROPERTIES.has(property) && right.type === 'Literal' && hasLetters(right['value']))
        found.push(String(right['value']));
    }
  }
  return found.map((text) => `${path}: ${text}`);
}

const isChild = (container: Node, body: readonly Node[]): boolean =>
  [...nodes(body)].some((node) => node.type === 'JSXElement' && (node['children'] as Node[]).includes(container));

test('no text for people stands in code', () => {
  expect(src.flatMap(literalText)).toEqual([]);
});

test.each([
  ['<p>Hello</p>', 'x.tsx: Hello'],
  ['<img alt="Logo" />', 'x.tsx: Logo'],
  ['<p>{`$'.concat('{n} orders`}</p>'), 'x.tsx: template'],
  ['button.textContent = "Convert"', 'x.tsx: Convert'],
])('the check itself finds %s', (code, finding) => {
  expect(literalText(sourceOf('x.tsx', code))).toEqual([finding]);
});
