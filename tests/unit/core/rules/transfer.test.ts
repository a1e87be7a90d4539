import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate, PbxFacts } from '../../../../src/core/facts.ts';
import { transferAdvice } from '../../../../src/core/rules/transfer.ts';
import { type TicketWords, transferTicketText } from '../../../../src/core/rules/transfer-ticket.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const today = d('2024-06-15');
const pbx = (name: string, over: Partial<PbxFacts> = {}): PbxFacts => ({
  name,
  term: 'P1Y',
  expiration: d('2025-01-01'),
  ...over,
});
const bare = (name: string): PbxFacts => ({ name });
const ask = (from: PbxFacts, to: PbxFacts): string => {
  const { verdict, way, reasons } = transferAdvice({ pbx: from }, { pbx: to }, today);
  return [verdict, way, ...reasons.map((reason) => reason.code)].join(' ');
};

describe('transferAdvice (R9)', () => {
  it.each([
    ['same term and expiration', pbx('A'), pbx('B'), 'yes automatic'],
    ['another term', pbx('A'), pbx('B', { term: 'P5Y' }), 'no ticket terms-differ'],
    ['another expiration', pbx('A'), pbx('B', { expiration: d('2025-02-01') }), 'no ticket expirations-differ'],
    [
      'both differ',
      pbx('A'),
      pbx('B', { term: 'P1M', expiration: d('2024-07-01') }),
      'no ticket terms-differ expirations-differ',
    ],
    ['to LifeTime', pbx('A'), pbx('B', { term: 'lifetime' }), 'no impossible pbx-lifetime'],
    ['from LifeTime', { name: 'A', term: 'lifetime' } as PbxFacts, pbx('B'), 'no impossible pbx-lifetime'],
    ['to an expired one', pbx('A'), pbx('B', { expiration: today }), 'no impossible pbx-expired'],
    ['to one with Rental', pbx('A'), pbx('B', { hardware: 'rental' }), 'no impossible pbx-has-rental'],
    ['to itself', pbx('A'), pbx('a '), 'no impossible same-pbx'],
    ['nothing known of the other', pbx('A'), bare('B'), 'unknown unknown pbx-term-unknown pbx-expiration-unknown'],
    [
      'another term, expiration not known',
      pbx('A'),
      { name: 'B', term: 'P5Y' } as PbxFacts,
      'no unknown terms-differ pbx-expiration-unknown',
    ],
    ['LifeTime, whatever is missing', bare('A'), pbx('B', { term: 'lifetime' }), 'no impossible pbx-lifetime'],
  ])('%s', (_, from, to, expected) => expect(ask(from, to)).toBe(expected));

  it('tells PBXs of one name at two customers apart', () => {
    expect(transferAdvice({ pbx: pbx('A'), customer: 'X' }, { pbx: pbx('A'), customer: 'Y' }, today).way).toBe(
      'automatic',
    );
  });

  it('does not depend on the direction', () => {
    const any = fc.record<PbxFacts>(
      {
        name: fc.constantFrom('A', 'B'),
        term: fc.constantFrom('P1M', 'P1Y', 'P5Y', 'lifetime'),
        expiration: fc.constantFrom('2024-06-15', '2025-01-01', '2025-02-01').map(d),
        hardware: fc.constantFrom('hwaas', 'rental'),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [one, other] = [
          transferAdvice({ pbx: a }, { pbx: b }, today),
          transferAdvice({ pbx: b }, { pbx: a }, today),
        ];
        expect([one.verdict, one.way]).toEqual([other.verdict, other.way]);
        expect(one.verdict === 'yes').toBe(one.way === 'automatic');
      }),
    );
  });
});

describe('transferTicketText', () => {
  const words: TicketWords = {
    subject: 'Transfer of {count} from {from} to {to}',
    opening: 'Please transfer.',
    fromHeading: 'From:',
    toHeading: 'To:',
    pbx: '{pbx}, {customer}, {term}, {expiration}',
    devicesHeading: 'Devices:',
    device: '- {model} {serial} {mac}',
    reasonsHeading: 'Why:',
    closing: 'Thank you.',
    notKnown: '?',
    terms: { P1M: '1 month', P1Y: '1 year', P5Y: '5 years', lifetime: 'LifeTime' },
    date: (date) => date.split('-').reverse().join('.'),
  };
  const from = { pbx: pbx('A'), customer: 'Rossi {term}' };
  const to = { pbx: pbx('B', { term: 'P5Y' }) };
  const devices = [{ key: '1', contract: 'hwaas', model: 'Phone', serial: 'S1' } as const];

  it('is made of the facts', () => {
    expect(
      transferTicketText({ from, to, devices }, transferAdvice(from, to, today), words, ['Terms differ.']),
    ).toEqual({
      subject: 'Transfer of 1 from A to B',
      body: [
        'Please transfer.',
        'From:\nA, Rossi {term}, 1 year, 01.01.2025',
        'To:\nB, ?, 5 years, 01.01.2025',
        'Devices:\n- Phone S1 ?',
        'Why:\nTerms differ.',
        'Thank you.',
      ].join('\n\n'),
    });
  });

  it('says of a fact that is blank that it is not known', () => {
    const blank = [{ key: '1', contract: 'hwaas', model: ' ', serial: '' } as const];
    const text = transferTicketText({ from, to, devices: blank }, transferAdvice(from, to, today), words, []);
    expect(text?.body).toContain('Devices:\n- ? ? ?');
    expect(text?.body).not.toContain('Why:');
  });

  it('is made only where Customer Care has something to do', () => {
    for (const other of [pbx('B'), pbx('B', { term: 'lifetime' }), bare('B')]) {
      const end = { pbx: other };
      expect(
        transferTicketText({ from, to: end, devices }, transferAdvice(from, end, today), words, []),
      ).toBeUndefined();
    }
  });
});
