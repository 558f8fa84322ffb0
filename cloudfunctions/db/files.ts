import { cloud } from './cloud';

/** Puts a text into the environment's storage under a path; what was there is replaced as a whole. */
export async function putFile(path: string, text: string): Promise<void> {
  await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) });
}
