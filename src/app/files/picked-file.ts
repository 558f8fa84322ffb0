/** A file that the person chose. */
export interface PickedFile {
  fileName: string;
  /** base64 */
  file: string;
}
