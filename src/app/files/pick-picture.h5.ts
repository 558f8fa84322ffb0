import { SMALLER, TOO_LARGE } from './picture-limits';

const UNREADABLE = '这张图打不开，请换一张 JPG 或 PNG';

/**
 * Lets the person choose one picture and makes it no larger than `most` bytes. Answers base64; `undefined` if they
 * chose none. Rejects with a sentence.
 */
export async function pickPicture(most: number): Promise<string | undefined> {
  const file = await chosen();
  if (!file) return undefined;
  const whole = await baseOf(file);
  if (file.size <= most && /^image\/(png|jpeg)$/.test(file.type)) return whole.base64;
  const image = await drawn(whole.url);
  for (const { width, quality } of SMALLER) {
    const smaller = jpegOf(image, width, quality);
    if ((smaller.length * 3) / 4 <= most) return smaller;
  }
  throw new Error(TOO_LARGE);
}

/** In base64, on white, because a JPEG has no transparency. */
function jpegOf(image: HTMLImageElement, width: number, quality: number): string {
  const scale = Math.min(1, width / image.naturalWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(UNREADABLE);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality / 100).split(',')[1] ?? '';
}

const chosen = (): Promise<File | undefined> =>
  new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/webp';
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.click();
  });

const baseOf = (file: File): Promise<{ url: string; base64: string }> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(new Error(UNREADABLE)));
    reader.addEventListener('load', () => {
      const url = String(reader.result);
      resolve({ url, base64: url.split(',')[1] ?? '' });
    });
    reader.readAsDataURL(file);
  });

const drawn = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error(UNREADABLE)));
    image.src = url;
  });
