import type { DownloadedFile } from '../../domain/api';

/** Hands a made file to the person: the browser puts it where downloads go. */
export async function saveFile({ fileName, file }: DownloadedFile): Promise<void> {
  const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not at once: some browsers begin to read only then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
