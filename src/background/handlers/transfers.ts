import { nameKey } from '../../core/customer.ts';
import type { DeviceFacts, PbxFacts } from '../../core/facts.ts';
import type { RequestOf } from '../../core/messages/worker-contract.ts';
import { findPbx } from '../../core/rules/pbx.ts';
import { reason } from '../../core/rules/reasons.ts';
import { type TransferEnd, transferAdvice } from '../../core/rules/transfer.ts';
import { transferTicketText } from '../../core/rules/transfer-ticket.ts';
import { reasonText } from '../../platform/i18n.ts';
import { ticketWords } from '../ticket-words.ts';
import type { Handler } from './handler.ts';
import { pbxesOf, type RememberedPbxes } from './pbxes.ts';

type AskedTransfer = RequestOf<'transfer.advise'>['transfers'][number];
type Asked = AskedTransfer['from'];
type AskedDevice = NonNullable<AskedTransfer['devices']>[number];

/** PBXs of each customer are read once, however many transfers are asked about. */
export const advise: Handler<'transfer.advise'> = async ({ transfers }, { today }) => {
  const customers = new Map(
    transfers
      .flatMap(({ from, to }) => [from, to])
      .flatMap(({ customer }) => (customer ? [[customer.key, customer]] : [])),
  );
  const known = new Map<string, RememberedPbxes>();
  for (const [key, customer] of customers) known.set(key, await pbxesOf(customer));
  const words = ticketWords();
  const endOf = ({ customer, pbx }: Asked) => {
    const lookup = findPbx(pbx, known.get(customer?.key ?? '')?.pbxes ?? []);
    const facts: PbxFacts = lookup.kind === 'found' ? plainFacts(lookup.pbx) : { name: pbx };
    const missing = lookup.kind === 'contradictory' ? 'pbx-contradictory' : 'pbx-not-seen';
    const end: TransferEnd = { pbx: facts, ...(customer && { customer: nameKey(customer.name) }) };
    return { end, facts, missing: lookup.kind === 'found' ? [] : [reason(missing, 'R9', { pbx })] };
  };
  return {
    advices: transfers.map(({ key, devices = [], ...ends }) => {
      const [from, to] = [endOf(ends.from), endOf(ends.to)];
      const advice = transferAdvice(from.end, to.end, today);
      const missing = [...from.missing, ...to.missing];
      // What was never seen is said once, in place of each fact of it that is therefore not known.
      const unseen = new Set([from, to].filter((end) => end.missing.length > 0).map(({ facts }) => facts.name));
      // PBXs of two customers may share a name; a fact that the other one lacks is still said.
      for (const end of [from, to]) if (end.missing.length === 0) unseen.delete(end.facts.name);
      const told = advice.reasons.filter(
        ({ code, params }) => !/^pbx-.*-unknown$/.test(code) || !unseen.has(String(params?.['pbx'])),
      );
      const ticket = transferTicketText(
        { from: named(from.end, ends.from), to: named(to.end, ends.to), devices: devices.map(plainDevice) },
        advice,
        words,
        advice.reasons.map(reasonText),
      );
      return {
        ...(ticket && { ticket }),
        key,
        verdict: advice.verdict,
        way: advice.way,
        reasons: [...told, ...missing],
        from: from.facts,
        to: to.facts,
      };
    }),
  };
};

/** The customer by the name that people read, not by the one that compares. */
const named = (end: TransferEnd, { customer }: Asked): TransferEnd =>
  customer === undefined ? end : { ...end, customer: customer.name };

const plainDevice = ({ key, contract, model, serial, mac }: AskedDevice): DeviceFacts => ({
  key,
  contract,
  ...(model && { model }),
  ...(serial && { serial }),
  ...(mac && { mac }),
});

const plainFacts = ({ name, term, expiration, hardware }: PbxFacts): PbxFacts => ({
  name,
  ...(term && { term }),
  ...(expiration && { expiration }),
  ...(hardware && { hardware }),
});
