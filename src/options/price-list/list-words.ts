import type { Reason } from '../../core/outcome.ts';
import { LIST_REASONS } from '../../core/price-list/reasons.ts';
import type { ParamKind } from '../../core/rules/reasons.ts';
import { parameterText, reasonText, t } from '../../platform/i18n.ts';

/** The words of a reason of the import. What a parameter names by a code (a role, a unit) is put into words too. */
export function listReasonText(reason: Reason): string {
  const kinds = (LIST_REASONS as Readonly<Record<string, Readonly<Record<string, ParamKind>>>>)[reason.code];
  if (kinds === undefined) return reasonText(reason);
  const words = Object.entries(kinds).map(([name, kind]) => paramText(name, kind, reason.params?.[name]));
  return t(`reason_${reason.code.replaceAll('-', '_')}`, ...words);
}

function paramText(name: string, kind: ParamKind, value: string | number | undefined): string {
  if (typeof value === 'string' && name === 'role') return roleText(value);
  if (typeof value === 'string' && name === 'unit') return t(`list_unit_${value}`);
  if (typeof value === 'string' && name === 'kind') return value.toUpperCase();
  return parameterText(kind, value);
}

/** `sku`, `price`, `price P1Y`. */
function roleText(role: string): string {
  const [name, duration] = role.split(' ');
  return t(name === 'price' ? `list_role_${duration ?? 'price'}` : `list_role_${name}`);
}
