import type { PickedFile } from './picked-file';

/** Lets the person choose one course sheet; `undefined` if they chose none. */
export function pickFile(): Promise<PickedFile | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.csv,.xls';
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (!file) return resolve(undefined);
      const reader = new FileReader();
      reader.addEventListener('error', () => reject(new Error('这个文件打不开，请换一个再试')));
      reader.addEventListener('load', () => {
        // data:<type>;base64,<bytes>; an empty file has no bytes.
        const [, bytes = ''] = String(reader.result).split(',');
        resolve({ fileName: file.name, file: bytes });
      });
      reader.readAsDataURL(file);
    });
    input.click();
  });
}
