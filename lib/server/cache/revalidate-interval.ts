/** A lost webhook costs at most this many seconds of staleness. */
export const SAFETY_NET_SECONDS = 3600
