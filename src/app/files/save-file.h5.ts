import type { DownloadedFile } from '../../../domain/api';

/** Hands a finished file to the person: the browser saves it as a download. */
export async function saveFile({ fileName, file }: DownloadedFile): Promise<void> {
  const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not revoked at once, because some browsers begin to read only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
