/** The day (`YYYY-MM-DD`) in UTC. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10)
