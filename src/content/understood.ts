/** The cart of which the partner said that its stock is understood, by its signature: another cart is another matter. */
let understood: string | undefined;

export const understoodStock = (): string | undefined => understood;

export function understandStock(signature: string | undefined): void {
  understood = signature;
}
