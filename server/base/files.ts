import { cloud } from './cloud';

/** Puts a file into the environment's storage under a path, replacing any file that was there. Returns its id. */
export async function putFile(path: string, content: string | Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) });
  return fileID;
}

/** A file by its id; `undefined` if it does not exist (any more) or cannot be read now. */
export async function getFile(fileId: string): Promise<Buffer | undefined> {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId });
    return fileContent.length > 0 ? fileContent : undefined;
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'a file did not come', error: String(error) }));
    return undefined;
  }
}
