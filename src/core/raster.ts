const SIGNATURES = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
} as const;

/** Which kind of raster picture these bytes are, by how they begin; what calls itself a picture and is text is none. */
export function rasterKind(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | undefined {
  const begins = (signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);
  if (begins(SIGNATURES.png)) return 'png';
  if (begins(SIGNATURES.jpeg)) return 'jpeg';
  return begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8) ? 'webp' : undefined;
}
