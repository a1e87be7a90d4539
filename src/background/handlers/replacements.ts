import { planReplacements } from '../../core/rules/replacement.ts';
import type { Handler } from './handler.ts';

export const plan: Handler<'replacement.plan'> = async ({ pbx, devices }) => {
  const selection = devices.map(({ address, ...device }) => ({ ...device, ...(address !== undefined && { address }) }));
  const { requests, leftOut } = planReplacements(selection, pbx === undefined ? {} : { pbx });
  return {
    requests: requests.map(({ devices: own, ...request }) => ({ ...request, keys: own.map(({ key }) => key) })),
    leftOut: leftOut.map(({ device, reasons }) => ({ key: device.key, reasons: [...reasons] })),
  };
};
