/** album, download: it is there. refused: the person does not let it into the album. left: they thought better of it. */
export type Kept = 'album' | 'download' | 'refused' | 'left' | 'failed';
