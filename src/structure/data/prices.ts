/** What the search pays for each thing an author seldom does. Set on real pages with markers deleted, renumbered and added. */
export const PRICES = {
  /** A number is skipped; and again for each further one, up to six. */
  gap: 1.2,
  gapEach: 0.5,
  gapMost: 6,
  /** The number stands twice. */
  duplicate: 2.2,
  /** Starts again at 1 though no new parent stands between. */
  restart: 2.4,
  /** The same after a short line without a number, or one that ends in a colon. */
  restartOpened: 0.6,
  backward: 3.2,
  /** The marker has its place but a wrong number. */
  misnumbered: 1.7,
  misnumberedNear: 1.9,
  /** The same where it opens a sequence. */
  misnumberedFirst: 2.1,
  /** Goes on from a closed sequence of its style: 1–35 across （一）（二）（三）. */
  running: 0.15,
  runningGap: 1,
  /** Opens above 1. */
  late: 1.6,
  lateEach: 0.4,
  lateInFragment: 0.3,
  /** The same in a list of (a) and (b) that a short line without a number has closed. */
  lateUnderList: 0.3,
  /** Opens at 1 though a sequence of its style has closed. */
  again: 0.15,
  /** Closes levels to open a style that none of them had: each. */
  elsewhere: 0.9,
  /** Stands under a style that the usual order puts inside it. */
  order: 2.5,
  orderEach: 0.5,
  arabicUnderDecimal: 1.2,
  /** A style under another parent style than before. */
  newParent: 0.8,
  /** 2.3 under 1, or after 1.2. */
  prefix: 1.5,
  /** A marker inside quoted text: an amendment quotes articles, it does not have them. */
  quoted: 6,
} as const
