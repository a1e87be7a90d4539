import { expect, test } from 'vitest';
import { type CareWords, careText } from '../../../src/core/care-text.ts';
import { instant, runOf } from './run-record.ts';

const WORDS: CareWords = {
  subject: 'Not shown: {count} of {customer}',
  opening: 'Hello',
  customer: 'Customer {customer}',
  pbx: 'PBX {pbx}',
  device: '{model} {serial} {mac}, agreed {agreed}, looked {looked}',
  unanswered: '{model} {serial} {mac}, agreed {agreed}, no answer, looked {looked}',
  closing: 'Thanks',
  notKnown: '(unknown)',
  instant: (time) => time.slice(11, 16),
};
const late = { agreedAt: instant('10:01'), notShownAt: instant('10:15') };
const bodyOf = (...args: Parameters<typeof runOf>) => careText(runOf(...args), WORDS)?.body.split('\n');

test('names each device that is not shown, under its PBX, and no other', () => {
  const run = runOf(
    [
      { key: 'A', serial: 'A1', mac: 'M1', model: 'WP480', pbx: 'Office', step: 'accepted', ...late },
      { key: 'B', serial: 'B1', pbx: 'Branch', step: 'unknown', notShownAt: instant('10:20') },
      { key: 'C', serial: 'C1', pbx: 'Office', step: 'accepted', ...late },
      { key: 'D', serial: 'D1', step: 'accepted', agreedAt: instant('10:01') },
      { key: 'E', serial: 'E1', step: 'confirmed', ...late },
      { key: 'F', serial: 'F1', step: 'not-converted', ...late },
    ],
    { customer: { key: 'acme', name: 'ACME' } },
  );
  expect(careText(run, WORDS)).toEqual({
    subject: 'Not shown: 3 of ACME',
    body: `Hello

Customer ACME

PBX Office
WP480 A1 M1, agreed 10:01, looked 10:15
(unknown) C1 (unknown), agreed 10:01, looked 10:15

PBX Branch
(unknown) B1 (unknown), agreed (unknown), no answer, looked 10:20

Thanks`,
  });
});

test('there is none where nothing is missing', () => {
  expect(careText(runOf([{ key: 'A', step: 'accepted', agreedAt: instant('10:01') }]), WORDS)).toBeUndefined();
  expect(careText(runOf([{ key: 'A', step: 'confirmed', ...late }]), WORDS)).toBeUndefined();
});

test('the PBX whose page the run was begun on stands for one that a row does not print', () => {
  expect(bodyOf([{ key: 'A', step: 'accepted', ...late }], { pbx: 'Office' })).toContain('PBX Office');
  expect(bodyOf([{ key: 'A', step: 'accepted', ...late }])).toContain('PBX (unknown)');
});

test('a name cannot write lines or slots of its own', () => {
  const lines = bodyOf([{ key: 'A', serial: 'S\nPBX Other', model: '{serial}', step: 'accepted', ...late }], {
    customer: { key: 'x', name: 'A\u2028B {count}' },
  });
  expect(lines).toContain('Customer A B {count}');
  expect(lines).toContain('{serial} S PBX Other (unknown), agreed 10:01, looked 10:15');
});

test('a right-to-left name stays as it is', () => {
  const name = 'שלום טלקום בע״מ';
  expect(bodyOf([{ key: 'A', step: 'accepted', ...late }], { customer: { key: 'x', name } })).toContain(
    `Customer ${name}`,
  );
});
