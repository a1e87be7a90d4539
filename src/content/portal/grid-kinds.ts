import type { ColumnConcept } from './vocabulary/columns.ts';

/** Lists that the Companion knows. */
export type GridKind = 'devices' | 'pbxes' | 'customers' | 'products' | 'cart' | 'orders' | 'invoices';

/** How much a named column speaks for a kind; a negative weight speaks against it. */
const WEIGHTS: Readonly<Record<GridKind, Partial<Record<ColumnConcept, number>>>> = {
  devices: {
    serial: 2,
    mac: 3,
    model: 2,
    contract: 1,
    pbx: 1,
    purchased: 1,
    expiration: 0.5,
    term: -3,
    stock: -3,
    orderNumber: -1,
    customer: -0.5,
    quantity: -2,
  },
  pbxes: {
    term: 4,
    name: 1,
    pbx: 2,
    expiration: 1,
    serial: 0.5,
    mac: -2,
    model: -1,
    stock: -3,
    // Licences and services are counted by PBX, with its term and its expiration.
    quantity: -5,
    price: -2,
    product: -3,
    purchased: -2,
  },
  customers: {
    customer: 2.5,
    name: 1,
    place: 0.75,
    reseller: 1,
    pbxCount: 1.5,
    serial: -3,
    mac: -3,
    status: -1,
    orderNumber: -2,
    shipmentDate: -3,
    reference: -2,
    total: -1,
    term: -2,
    pbx: -1,
    quantity: -3,
    model: -2,
  },
  products: { stock: 4, product: 2, sku: 1, price: 1, quantity: 0.5, total: -2, discount: -3, serial: -3, mac: -3 },
  cart: {
    product: 2,
    quantity: 2,
    total: 1.5,
    discount: 2,
    price: 1,
    duration: 0.5,
    sku: 0.5,
    stock: -4,
    serial: -3,
    status: -2,
  },
  orders: {
    orderNumber: 1.5,
    shipmentDate: 3,
    status: 1.5,
    reference: 1.5,
    date: 1,
    customer: 0.5,
    total: 0.5,
    contract: 0.5,
    dueDate: -3,
    invoiceNumber: -3,
    mac: -3,
    serial: -2,
    quantity: -3,
  },
  invoices: {
    invoiceNumber: 3,
    invoiceDate: 1.5,
    dueDate: 3,
    amount: 1.5,
    status: 0.5,
    date: 0.5,
    orderNumber: 0.5,
    // The day on which a licence expires and an invoice falls due is one word in most languages.
    expiration: -2,
    shipmentDate: -4,
    product: -3,
    serial: -3,
  },
};

const ENOUGH = 3;

/** The columns worth reading in a list of each kind. */
export const COLUMNS_OF: Readonly<Record<GridKind, readonly ColumnConcept[]>> = {
  devices: ['serial', 'mac', 'model', 'pbx', 'contract', 'purchased', 'expiration'],
  pbxes: ['pbx', 'name', 'term', 'expiration'],
  customers: ['customer', 'name'],
  products: ['product', 'sku', 'price', 'stock', 'quantity'],
  cart: ['product', 'sku', 'quantity', 'price', 'discount', 'total', 'duration'],
  orders: ['orderNumber', 'date', 'reference', 'customer', 'contract', 'status', 'total', 'shipmentDate'],
  invoices: ['invoiceNumber', 'date', 'dueDate', 'amount', 'status'],
};

/** Whether a column is one that such a list hardly has. */
export const speaksAgainst = (kind: GridKind, concept: ColumnConcept): boolean => (WEIGHTS[kind][concept] ?? 0) <= -2;

/** Which kind of list these columns make, or `undefined` where none or two fit equally well. */
export function gridKind(concepts: ReadonlySet<ColumnConcept>): GridKind | undefined {
  const scores = (Object.keys(WEIGHTS) as GridKind[])
    .map((kind) => ({ kind, score: [...concepts].reduce((sum, concept) => sum + (WEIGHTS[kind][concept] ?? 0), 0) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best === undefined || best.score < ENOUGH || best.score === second?.score ? undefined : best.kind;
}
