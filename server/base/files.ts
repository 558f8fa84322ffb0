import { cloud } from './cloud';

/** Puts a file into the environment's storage under a path; what was there is replaced as a whole. Returns its id. */
export async function putFile(path: string, content: string | Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) });
  return fileID;
}

/** A file by its id; `undefined` where it is not there (any more), or does not come now. */
export async function getFile(fileId: string): Promise<Buffer | undefined> {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId });
    return fileContent.length > 0 ? fileContent : undefined;
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'a file did not come', error: String(error) }));
    return undefined;
  }
}
