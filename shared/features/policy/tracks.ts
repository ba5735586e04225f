/** What an interval of a life cycle is: a draft, in force, paused, planned, or under a condition. */
export const cycleTracks = ['draft', 'force', 'pause', 'plan', 'if'] as const;
export type Track = (typeof cycleTracks)[number];
