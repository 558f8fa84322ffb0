/**
 * album, download: the picture is there. refused: the person does not allow it into the album. left: they changed
 * their mind.
 */
export type Kept = 'album' | 'download' | 'refused' | 'left' | 'failed';
