/**
 * Milliseconds since 1970: the machine's clock at the start of this process, plus monotonic time since. For
 * ages, deadlines and limits. `Date` steps (by hand, by NTP, after a suspend): a minute back, and a publish
 * would count as older than the pages that show it. Next uses the same sum. Cost: after a step this differs
 * from the machine's clock until the next start. Dates that people read or other machines check come from
 * `Date`.
 *
 * An object, so that tests can move it.
 */
export const clock = {
  now: () => performance.timeOrigin + performance.now(),
}
