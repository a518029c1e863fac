/** A lost webhook costs at most this many seconds of staleness. */
export const REVALIDATE_SECONDS = 3600
