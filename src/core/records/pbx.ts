import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { PbxFacts } from '../facts.ts';
import { Seen, Stamp } from './stamp.ts';

/** A PBX as last seen on a PBXes page of its customer. */
export const PbxRecord = v.object({ ...Stamp.entries, customer: CustomerRef, ...PbxFacts.entries, seen: Seen });
export type PbxRecord = v.InferOutput<typeof PbxRecord>;
