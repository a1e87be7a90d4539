/** One text for a cart's contents: two equal ones are the same order. Duration and PBX are empty where a page does not say them. */
export const cartSignature = (
  duration: string | undefined,
  pbx: string | undefined,
  lines: readonly string[],
): string => JSON.stringify([duration ?? '', pbx ?? '', ...lines.toSorted()]);

/** Whether two signatures are of carts that differ in what both of them say. */
export function otherContents(a: string, b: string): boolean {
  const [one, other] = [parts(a), parts(b)];
  if (one === undefined || other === undefined) return true;
  const [durationA = '', pbxA = '', ...linesA] = one;
  const [durationB = '', pbxB = '', ...linesB] = other;
  const differ = (first: string, second: string) => first !== '' && second !== '' && first !== second;
  return differ(durationA, durationB) || differ(pbxA, pbxB) || JSON.stringify(linesA) !== JSON.stringify(linesB);
}

/** A signature comes out of a page's message too: one that is none is like no other. */
function parts(signature: string): readonly string[] | undefined {
  try {
    const read: unknown = JSON.parse(signature);
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : undefined;
  } catch {
    return undefined;
  }
}
