/**
 * album, download: the picture is there. refused: the person does not allow it into the album. left: they changed
 * their mind.
 */
export type Kept = 'album' | 'download' | 'refused' | 'left' | 'failed';

/** The result of keeping a picture, in a sentence. */
export function keptWords(kept: Kept): string {
  switch (kept) {
    case 'album':
      return '已经存到手机相册';
    case 'download':
      return '已经下载，在浏览器的下载里';
    case 'refused':
      return '没有相册权限，没有存。可以点右上角“…”→“设置”里打开，再来一次；也可以截屏。';
    case 'left':
      return '没有存';
    case 'failed':
      return '没能存下来，请再试一次，或者截屏';
  }
}
