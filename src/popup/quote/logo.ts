import { rasterKind } from '../../core/raster.ts';
import { fitsLogo } from './look.ts';

const MOST_BYTES = 5_000_000;
const [MOST_WIDTH, MOST_HEIGHT] = [480, 160];

/** A chosen file as a small PNG, or why it is none. Drawn anew, so that nothing but its pixels is kept. */
export async function logoOf(file: File): Promise<{ logo: string } | { refused: 'kind' | 'size' | 'broken' }> {
  if (file.size > MOST_BYTES) return { refused: 'size' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (rasterKind(bytes) === undefined) return { refused: 'kind' };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([bytes]));
  } catch {
    return { refused: 'broken' };
  }
  const scale = Math.min(1, MOST_WIDTH / picture.width, MOST_HEIGHT / picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const logo = canvas.toDataURL('image/png').replace(/^.*,/, '');
  return fitsLogo(logo) ? { logo } : { refused: 'size' };
}

/** Draws a kept logo. A canvas, since the pages of an extension show no pictures but their own. */
export async function drawLogo(canvas: HTMLCanvasElement, logo: string): Promise<void> {
  const bytes = Uint8Array.from(atob(logo), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
