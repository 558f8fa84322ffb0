/**
 * The bounds of what is typed. The forms stop or speak at them, and the contract refuses what is beyond them, from one
 * set of plain numbers.
 */

/** The longest text, as a field of a form counts it. */
export const LENGTH = {
  /** A reason for the record, and a sentence to a person. */
  reason: 200,
  leaveReason: 100,
  appeal: 200,
  /** A wish, as its rule counts it (`domain/wish/words.ts`), and what is written to staff with it. */
  wishTitle: 20,
  wishWhy: 100,
  wishAnswer: 100,
  /** An item of a menu, and the line with an answer to 问一声. */
  menuAbout: 200,
  menuNeeds: 100,
  askAnswer: 100,
  /** A message to a class. */
  message: 100,
  /** The text of a rating. */
  ratingText: 200,
  /** Whom staff look for: a whole name or a number. */
  query: 50,
  /** A field of the profile. `domain/people/profile.ts` says in its own words what is too long. */
  profile: 200,
  inviteCode: 40,
  /** The code of a certificate, with room for what people type between its letters. */
  certificateCode: 40,
  personName: 40,
  organisation: 60,
  batchTitle: 60,
  place: 100,
  /** 自带, and the subject of one lesson. */
  bring: 100,
  topic: 40,
  /** 报名须知 of a batch, with its line breaks. */
  declaration: 600,
  /** An employer or a district that a batch is for; and such names in one field, one after the other. */
  invitedName: 60,
  list: 500,
  /** Four digits, with room for what people type between them. */
  checkInNumber: 8,
} as const;

/** A whole number: at least, at most. */
export type Range = readonly [least: number, most: number];

export const RANGE = {
  capacity: [0, 2_000],
  waitlistLimit: [0, 2_000],
  /** People at a lecture who are counted by hand. */
  heads: [0, 2_000],
  /** How many people a room holds; 0 = not known. */
  roomCapacity: [0, 5_000],
  /** The classes that a wish becomes, and the seats of each. */
  wishClasses: [1, 3],
  wishSeats: [1, 2_000],
  /** An item of a menu: people, minutes of a lesson, lessons, yuan. */
  menuPeople: [1, 500],
  menuMinutes: [15, 600],
  menuLessons: [1, 200],
  menuCost: [0, 1_000_000],
  waitingNumber: [1, 2_000],
  /** The classes of a batch that one person may have. */
  limit: [1, 100],
  headStartMinutes: [0, 1_440],
  dropHours: [0, 720],
  freezeHours: [0, 720],
  /** A certificate: the share of the lessons in percent, and the minutes of one 学时. */
  certificatePercent: [1, 100],
  hourMinutes: [20, 120],
  /** So many absences within so many days. */
  strikes: [1, 20],
  days: [7, 366],
} as const satisfies Record<string, Range>;
