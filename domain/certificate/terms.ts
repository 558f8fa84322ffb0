/** The terms on which a batch gives certificates (结课证明). Absent = it gives none. */
export interface CertificateTerms {
  /** The share of the lessons that a person must have come to, in percent. */
  percent: number;
  /** The minutes of one 学时. */
  hourMinutes: number;
}

/** The form begins with these: the share that published rules of training classes ask for, and the usual 学时. */
export const USUAL_TERMS: CertificateTerms = { percent: 70, hourMinutes: 45 };
