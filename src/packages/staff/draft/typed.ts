/** The settings as they are typed; numbers and lists are still text. */
export interface Typed {
  title: string;
  opensAt: number | null;
  closesAt: number | null;
  limit: string;
  unionMembersOnly: boolean;
  employers: string;
  districts: string;
  headStartMinutes: string;
  noShow: boolean;
  noShowStrikes: string;
  noShowDays: string;
  dropHours: string;
  freezeHours: string;
  holidays: string;
  contact: string;
  contactName: string;
  declaration: string;
  certificate: boolean;
  certificatePercent: string;
  hourMinutes: string;
}

export type Faults = Partial<Record<keyof Typed, string>>;
